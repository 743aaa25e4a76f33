using LraGovernance.Web.Shell;
using Shouldly;
using Xunit;

namespace LraGovernance.Tests.Shell;

public sealed class LondonTimeTests
{
    [Theory]
    [InlineData("2016-01-12T15:05:00Z", "12 January 2016 at 3:05pm")]
    [InlineData("2016-07-01T16:00:00Z", "1 July 2016 at 5pm")]
    [InlineData("2016-07-01T23:00:00Z", "2 July 2016 at midnight")]
    [InlineData("2016-01-01T12:00:00Z", "1 January 2016 at midday")]
    [InlineData("2016-01-01T00:30:00Z", "1 January 2016 at 12:30am")]
    public void A_moment_is_told_on_the_clock_of_London(string moment, string told) =>
        LondonTime.Moment(At(moment)).ShouldBe(told);

    [Fact]
    public void A_deadline_names_the_hour_first() =>
        LondonTime.By(At("2016-06-30T16:00:00Z")).ShouldBe("by 5pm on 30 June 2016");

    [Theory]
    [InlineData("2016-03-31T22:59:59Z", "31 March 2016")]
    [InlineData("2016-03-31T23:00:00Z", "1 April 2016")]
    public void The_day_changes_at_midnight_in_London(string moment, string day) =>
        LondonTime.Day(At(moment)).ShouldBe(day);

    [Theory]
    [InlineData(14_211_000, "£14,211,000")]
    [InlineData(12.5, "£12.50")]
    [InlineData(-215_000, "\u2212£215,000")]
    public void Money_is_written_in_full(decimal amount, string written) => Pounds.Write(amount).ShouldBe(written);

    private static DateTimeOffset At(string iso) => DateTimeOffset.Parse(iso, System.Globalization.CultureInfo.InvariantCulture);
}
