using LraGovernance.Calendar;
using Shouldly;
using Xunit;

namespace LraGovernance.Tests.Calendar;

public sealed class WorkingCalendarTests
{
    /// <summary>Easter 2016: Good Friday 25 March, Easter Monday 28 March.</summary>
    private static readonly WorkingCalendar Easter2016 = new([new(2016, 3, 25), new(2016, 3, 28)]);

    [Theory]
    [InlineData("2016-03-23", 1, "2016-03-24")]
    [InlineData("2016-03-24", 1, "2016-03-29")]
    [InlineData("2016-03-24", 2, "2016-03-30")]
    [InlineData("2016-03-26", 0, "2016-03-29")]
    [InlineData("2016-03-26", 1, "2016-03-29")]
    [InlineData("2016-03-23", 0, "2016-03-23")]
    public void Working_days_step_over_weekends_and_bank_holidays(string from, int days, string expected) =>
        Easter2016.Add(DateOnly.Parse(from, null), new WorkingDays(days)).ShouldBe(DateOnly.Parse(expected, null));

    [Fact]
    public void Counting_undoes_adding_from_every_day_of_a_year()
    {
        for (var day = new DateOnly(2016, 1, 1); day.Year == 2016; day = day.AddDays(1))
        {
            for (var days = 1; days <= 15; days++)
            {
                var later = Easter2016.Add(day, new WorkingDays(days));
                Easter2016.IsWorkingDay(later).ShouldBeTrue();
                Easter2016.Between(day, later).ShouldBe(new WorkingDays(days));
            }
        }
    }

    [Fact]
    public void Five_clear_days_before_the_committee_of_12_January_2016_is_4_January() =>
        new WorkingCalendar([new(2016, 1, 1)]).LastDayBefore(new(2016, 1, 12), new ClearDays(5)).ShouldBe(new DateOnly(2016, 1, 4));

    [Theory]
    [InlineData("2016-03-26T12:00", "2016-03-26T12:00Z")]
    [InlineData("2016-03-27T06:00", "2016-03-27T05:00Z")]
    [InlineData("2016-10-30T06:00", "2016-10-30T06:00Z")]
    public void London_is_an_hour_ahead_in_summer(string local, string utc)
    {
        var time = DateTime.Parse(local, null);
        London.At(DateOnly.FromDateTime(time), TimeOnly.FromDateTime(time)).ShouldBe(DateTimeOffset.Parse(utc, null));
    }

    [Theory]
    [InlineData("2016-03-31", "2015-16")]
    [InlineData("2016-04-01", "2016-17")]
    [InlineData("2099-04-01", "2099-00")]
    public void A_financial_year_begins_on_1_April(string day, string year)
    {
        FinancialYear.Of(DateOnly.Parse(day, null)).ToString().ShouldBe(year);
        FinancialYear.Parse(year).ToString().ShouldBe(year);
    }

    [Theory]
    [InlineData("2016-18")]
    [InlineData("2016/17")]
    [InlineData("16-17")]
    [InlineData("")]
    public void What_is_not_a_financial_year_is_refused(string text) => Should.Throw<FormatException>(() => FinancialYear.Parse(text));
}
