using LraGovernance.Calendar;
using LraGovernance.Packs;
using LraGovernance.Performance;
using LraGovernance.Specifications;
using LraGovernance.Web.Serving;
using Shouldly;
using Xunit;

namespace LraGovernance.Tests.Performance;

/// <summary>The council's published key, on the pack's own indicators.</summary>
public sealed class RateTests
{
    internal static readonly Dictionary<string, Indicator> Pack =
        PackIndicators.Read(new PackFolder(Hosting.Folders.Packs).Open(Demonstration.Pack)).ToDictionary(x => x.Ref);

    [Theory]
    [Trait("Requirement", "R-088")]
    [InlineData("LRA06", 95.0, Rating.Green)]
    [InlineData("LRA06", 94.999, Rating.Amber)]
    [InlineData("LRA06", 90.0, Rating.Amber)]
    [InlineData("LRA06", 89.9999, Rating.Red)]
    [InlineData("LRA06", null, Rating.NoData)]
    [InlineData("LRA14", 1428.0, Rating.Red)]
    [InlineData("LRA14", 1600.0, Rating.Green)]
    public void By_floor_and_target_on_the_unrounded_figure(string reference, double? value, Rating rating) =>
        Rate.Of(Pack[reference], Period.Parse("2016-06"), (decimal?)value).ShouldBe(rating);

    [Theory]
    [Trait("Requirement", "R-090")]
    [Trait("Requirement", "R-089")]
    [InlineData("2016/17-Q1", 1268, Rating.InRange)]
    [InlineData("2016/17-Q1", 1159, Rating.InRange)]
    [InlineData("2016/17-Q1", 1268.001, Rating.Above)]
    [InlineData("2016/17-Q1", 1158.999, Rating.Below)]
    [InlineData("2016/17-Q3", 1268, Rating.Above)]
    [InlineData("2016/17", 5051, Rating.InRange)]
    [InlineData("2016/17", 5051.5, Rating.Above)]
    [InlineData("2016-06", 400, Rating.NoData)]
    public void By_the_range_of_the_quarter_or_the_year_with_both_ends_in(string period, double value, Rating rating) =>
        Rate.Of(Pack["LRA01"], Period.Parse(period), (decimal)value).ShouldBe(rating);

    [Theory]
    [InlineData("2016-06", 52.5, Rating.Green)]
    [InlineData("2016-06", 52.4, Rating.Amber)]
    [InlineData("2016-06", 49.9, Rating.Red)]
    [InlineData("2017-03", 210, Rating.Green)]
    [InlineData("2017-03", 199, Rating.Red)]
    [InlineData("2016/17", 205, Rating.Amber)]
    public void What_builds_up_over_the_year_is_held_against_an_even_share(string period, double value, Rating rating) =>
        Rate.InYear(Pack["LRA15"], Period.Parse(period), (decimal)value).ShouldBe(rating);

    [Theory]
    [InlineData("LRA06", 94.0, 93.0, Travel.Improving)]
    [InlineData("LRA06", 93.0, 94.0, Travel.Worsening)]
    [InlineData("LRA06", 93.0, 93.0, Travel.Stable)]
    [InlineData("LRA06", 93.0, null, Travel.None)]
    [InlineData("LRA06", null, 93.0, Travel.None)]
    public void Movement_since_the_period_before(string reference, double? value, double? before, Travel travel) =>
        Direction.Since(Pack[reference], Period.Parse("2016-06"), (decimal?)value, (decimal?)before).ShouldBe(travel);

    [Theory]
    [InlineData(1300, 1410, Travel.Improving)]
    [InlineData(1269, 1410, Travel.Worsening)]
    [InlineData(1268, 1399, Travel.Stable)]
    [InlineData(1158, 1300, Travel.Improving)]
    [InlineData(1200, 1270, Travel.Worsening)]
    public void Nearer_to_its_range_is_better_and_inside_nothing_moves(double first, double second, Travel travel) =>
        Direction.Since(Pack["LRA01"], Period.Parse("2016/17-Q2"), (decimal)second, (decimal)first).ShouldBe(travel, "Q1 is 1159 to 1268, Q2 is 1279 to 1399");

    [Theory]
    [InlineData(new double[] { 90, 91, 92, 93 }, Travel.Improving)]
    [InlineData(new double[] { 93, 92, 91, 90 }, Travel.Worsening)]
    [InlineData(new double[] { 93, 93.1, 93, 93.1 }, Travel.Stable)]
    [InlineData(new double[] { 90, 91, 92 }, Travel.None)]
    public void The_trend_needs_four_figures_and_more_than_a_ripple(double[] values, Travel travel)
    {
        var figures = values.Select((x, i) => (Period.Month(new DateOnly(2016, 4, 1).AddMonths(i)), (decimal)x)).ToList();
        Direction.Trend(Pack["LRA06"], figures, 0.01m).ShouldBe(travel);
    }

    [Fact]
    [Trait("Requirement", "R-091")]
    public void The_quarters_add_up_to_the_year_and_it_is_said_when_they_do_not()
    {
        Pack.Values.Select(Aggregate.ThresholdSlip).ShouldAllBe(x => x == null);
        var wrong = Pack["LRA05"] with { Thresholds = [.. Pack["LRA05"].Thresholds.Select(x => x.Quarter == "Q2" ? x with { Upper = x.Upper + 1 } : x)] };
        Aggregate.ThresholdSlip(wrong).ShouldBe("The quarters of LRA05 add up to 5770 to 6461, the year says 5770 to 6460");
    }

    [Fact]
    public void A_year_with_a_gap_has_no_result()
    {
        decimal? Of(string reference, decimal?[] quarters) => Aggregate.Of(Pack[reference], Period.Parse("2016/17"), x => quarters[x.QuarterNumber - 1]);
        Of("LRA05", [1700, 2700, 1100, 952]).ShouldBe(6452);
        Of("LRA13", [84, 86, 87, 87]).ShouldBe(86);
        Of("LRA13", [84, 86, null, 87]).ShouldBeNull();
    }
}
