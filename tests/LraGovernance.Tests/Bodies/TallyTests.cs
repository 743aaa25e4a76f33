using LraGovernance.Bodies;
using Shouldly;
using Xunit;

namespace LraGovernance.Tests.Bodies;

/// <summary>How answers become a decision. A dash is a seat without an answer, an i one with a declared interest.</summary>
public sealed class TallyTests
{
    private static readonly string[] Options = ["Approve", "Reject", "AskForChanges"];

    [Theory]
    [InlineData(Rule.Unanimous, 1, "AAA-", "waits for 1")]
    [InlineData(Rule.Unanimous, 1, "AAAA", "Approve")]
    [InlineData(Rule.Unanimous, 1, "A-C-", "AskForChanges")]
    [InlineData(Rule.Unanimous, 1, "R---", "Reject")]
    [InlineData(Rule.Unanimous, 3, "AAAi", "Approve")]
    [InlineData(Rule.Unanimous, 4, "AAAi", "Inquorate")]
    [InlineData(Rule.Unanimous, 1, "iiii", "Inquorate")]
    [InlineData(Rule.Majority, 1, "AA--", "waits for 2")]
    [InlineData(Rule.Majority, 1, "AAA-", "Approve")]
    [InlineData(Rule.Majority, 1, "AARR", "Expired")]
    [InlineData(Rule.Majority, 1, "AAR", "Approve")]
    [InlineData(Rule.Majority, 1, "AAii", "Approve")]
    [InlineData(Rule.Any, 1, "----", "waits for 4")]
    [InlineData(Rule.Any, 1, "-R--", "Reject")]
    [InlineData(Rule.Plurality, 1, "AAR-", "waits for 1")]
    [InlineData(Rule.Plurality, 1, "AARC", "Approve")]
    [InlineData(Rule.Plurality, 1, "AARR", "Expired")]
    public void A_rule_gives_its_outcome(Rule rule, int quorum, string answers, string expected) =>
        Outcome(rule, quorum, answers, castingSeat: null, timeIsOver: false).ShouldBe(expected);

    [Theory]
    [InlineData(Rule.Majority, "AARR", "Approve")]
    [InlineData(Rule.Majority, "RRAA", "Reject")]
    [InlineData(Rule.Plurality, "RRAA", "Reject")]
    [InlineData(Rule.Plurality, "CRRAA", "Expired")]
    public void A_tie_goes_to_the_chairs_casting_vote_where_the_chair_is_among_those_that_tie(Rule rule, string answers, string expected) =>
        Outcome(rule, 1, answers, castingSeat: "0", timeIsOver: false).ShouldBe(expected);

    [Theory]
    [InlineData(Rule.Unanimous, 1, "AAA-", "Expired")]
    [InlineData(Rule.Majority, 1, "AA--", "Expired")]
    [InlineData(Rule.Plurality, 2, "AA--", "Approve")]
    [InlineData(Rule.Plurality, 3, "AA--", "Expired")]
    public void When_the_time_is_over_what_is_there_is_counted_a_last_time(Rule rule, int quorum, string answers, string expected) =>
        Outcome(rule, quorum, answers, castingSeat: null, timeIsOver: true).ShouldBe(expected);

    private static string Outcome(Rule rule, int quorum, string answers, string? castingSeat, bool timeIsOver)
    {
        var seats = answers.Select((answer, i) => new SeatAnswer($"{i}", Options.FirstOrDefault(x => x[0] == (answer == 'C' ? 'A' : answer) && (x == "AskForChanges") == (answer == 'C')), answer == 'i'));
        return Tally.Of(rule, quorum, Options, [.. seats], castingSeat, timeIsOver) switch
        {
            TallyResult.Decided decided => decided.Option,
            TallyResult.Undecided undecided => $"waits for {undecided.StillToAnswer}",
            var other => other.GetType().Name,
        };
    }
}
