using LraGovernance.Calendar;
using LraGovernance.Performance;
using LraGovernance.Pipeline;
using LraGovernance.Specifications;
using Shouldly;
using Xunit;

namespace LraGovernance.Tests.Performance;

/// <summary>When an indicator leaves what the service may manage by itself, and which exceptions that raises.</summary>
public sealed class ToleranceTests
{
    private static readonly Period April = Period.Parse("2016-04");

    [Theory]
    [Trait("Requirement", "R-109")]
    [InlineData("G G A A A A R G")]
    [InlineData("R")]
    [InlineData("A A G A A")]
    [InlineData("A A _ A A A")]
    public void Red_in_a_period_and_amber_three_periods_running(string ratings)
    {
        var figures = ratings.Split(' ').Select(x => x switch { "G" => 96m, "A" => 92m, "R" => 80m, _ => (decimal?)null }).ToList();
        for (var i = 0; i < figures.Count; i++)
        {
            var kinds = OutOfTolerance.In(RateTests.Pack["LRA06"], Month(i), At(figures)).Select(x => x.Kind).Where(x => x != "sustained-decline").ToList();
            kinds.Contains("red-in-period").ShouldBe(figures[i] == 80m, $"month {i}");
            kinds.Contains("amber-running").ShouldBe(i >= 2 && Enumerable.Range(i - 2, 3).All(x => figures[x] == 92m), $"month {i}");
        }
    }

    [Fact]
    [Trait("Requirement", "R-108")]
    public void Inside_the_tolerances_nothing_is_breached() =>
        Runs("LRA06", [96, 92, 92, 96, 95, 94, 95]).ShouldBeEmpty();

    [Fact]
    public void A_sustained_decline_is_breached_even_while_green()
    {
        var run = Runs("LRA06", [99.5m, 99, 98.5m, 98, 97.5m, 98]).ShouldHaveSingleItem();
        (run.First, run.Kinds.ShouldHaveSingleItem(), run.GoesTo).ShouldBe((Month(4), "sustained-decline", "smt"));
    }

    [Fact]
    public void A_quarter_outside_its_range_goes_where_its_tolerance_says()
    {
        OutOfTolerance.In(RateTests.Pack["LRA05"], Period.Parse("2016/17-Q1"), _ => 1801).ShouldHaveSingleItem().GoesTo.ShouldBe("board");
        OutOfTolerance.In(RateTests.Pack["LRA01"], Period.Parse("2016/17-Q1"), _ => 1100).ShouldHaveSingleItem().UpAfterWorkingDays.ShouldBe(15);
    }

    [Fact]
    public void One_run_holds_what_follows_and_a_new_one_begins_after_it_has_ended()
    {
        var runs = Runs("LRA14", [1650, 1620, 1590, 1560, 1520, 1490, 1480, 1700, 1400]);
        runs.Select(x => (x.First, x.Last)).ShouldBe([(Month(4), Month(6)), (Month(8), Month(8))]);
        runs[0].Kinds.ShouldBe(["amber-running", "sustained-decline", "red-in-period"]);
    }

    [Fact]
    [Trait("Requirement", "R-109")]
    public void An_evaluation_raises_each_run_once_and_says_what_has_become_worse_and_what_has_ended()
    {
        List<decimal?> figures = [1650, 1640, 1650, 1590, 1580, 1590, 1490, 1650];
        IReadOnlyList<ToleranceRun> known = [];
        var told = new List<string>();
        for (var months = 1; months <= figures.Count; months++)
        {
            var now = Runs("LRA14", [.. figures.Take(months)]);
            var found = Evaluation.Of(known, now, _ => Month(months - 1));
            told.AddRange(found.Raised.Select(x => $"{months} raised {x.Kinds[0]}").Concat(found.Worsened.Select(x => $"{months} worse {x.Kinds[0]}")).Concat(found.Ended.Select(_ => $"{months} ended")));
            known = now;
        }

        told.ShouldBe(["6 raised amber-running", "7 worse red-in-period", "8 ended"]);
    }

    [Fact]
    public void Over_random_histories_every_breach_is_in_one_run_and_every_run_is_raised_once()
    {
        for (var seed = 0; seed < 300; seed++)
        {
            var chance = new SeededRandomness($"{seed}").Bytes("history", "", 24);
            var figures = chance.Select(x => x < 30 ? (decimal?)null : 1400 + x).ToList();
            var breached = Enumerable.Range(0, figures.Count).Where(i => OutOfTolerance.In(RateTests.Pack["LRA14"], Month(i), At(figures)).Any()).ToHashSet();
            var runs = Runs("LRA14", figures);
            runs.SelectMany(x => x.Breaches).Select(x => x.Period).Distinct().ShouldBe(breached.Order().Select(Month), $"seed {seed}");

            IReadOnlyList<ToleranceRun> known = [];
            var raised = 0;
            for (var months = 1; months <= figures.Count; months++)
            {
                var now = Runs("LRA14", [.. figures.Take(months)]);
                raised += Evaluation.Of(known, now, _ => Month(months - 1)).Raised.Count;
                known = now;
            }

            raised.ShouldBe(runs.Count, $"seed {seed}: month by month or all at once, the same runs");
        }
    }

    private static IReadOnlyList<ToleranceRun> Runs(string reference, List<decimal?> figures) => OutOfTolerance.Runs(
        reference, Enumerable.Range(0, figures.Count).Select(Month), _ => RateTests.Pack[reference], At(figures));

    private static Func<Period, decimal?> At(List<decimal?> figures) => period =>
        ((period.First.Year - April.First.Year) * 12) + period.First.Month - April.First.Month is var i && i >= 0 && i < figures.Count ? figures[i] : null;

    private static Period Month(int i) => Period.Month(April.First.AddMonths(i));
}
