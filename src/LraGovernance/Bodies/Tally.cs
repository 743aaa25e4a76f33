namespace LraGovernance.Bodies;

/// <summary>What a body's answers amount to so far.</summary>
public abstract record TallyResult
{
    public sealed record Undecided(int StillToAnswer) : TallyResult;

    public sealed record Decided(string Option) : TallyResult;

    /// <summary>Fewer seats can answer than the quorum asks for.</summary>
    public sealed record Inquorate : TallyResult;

    /// <summary>All have answered, or the time is over, and the rule gives no option.</summary>
    public sealed record Expired : TallyResult;
}

/// <param name="Seat">Key of the seat.</param>
/// <param name="Option">The seat's standing answer; null when there is none yet.</param>
/// <param name="Interested">A declared interest takes the seat out of the electorate; the quorum stays (design section 5).</param>
public sealed record SeatAnswer(string Seat, string? Option, bool Interested = false);

/// <summary>
/// How answers become a decision (design section 5; the papers give no rule, Q-08). Pure: the same answers always give the
/// same result.
/// </summary>
public static class Tally
{
    /// <param name="rule">The body's rule.</param>
    /// <param name="quorum">Seats that must be able to answer.</param>
    /// <param name="options">The options in order; the first is the one that says yes.</param>
    /// <param name="seats">Every seat of the body.</param>
    /// <param name="castingSeat">The chair's seat where it has a casting vote; else null.</param>
    /// <param name="timeIsOver">The deadline has passed.</param>
    public static TallyResult Of(
        Rule rule, int quorum, IReadOnlyList<string> options, IReadOnlyList<SeatAnswer> seats, string? castingSeat, bool timeIsOver)
    {
        var electorate = seats.Where(x => !x.Interested).ToList();
        if (electorate.Count < Math.Max(quorum, 1))
        {
            return new TallyResult.Inquorate();
        }

        var given = electorate.Where(x => x.Option is not null).ToList();
        var undecided = electorate.Count - given.Count;
        var option = rule switch
        {
            Rule.Any => given.FirstOrDefault()?.Option,
            Rule.Unanimous => given.FirstOrDefault(x => x.Option != options[0])?.Option ?? (undecided == 0 ? options[0] : null),
            Rule.Majority => MostChosen(given).Where(x => x.Count * 2 > electorate.Count).Select(x => x.Option).FirstOrDefault()
                ?? (undecided == 0 ? ByCastingVote(given, castingSeat) : null),
            Rule.Plurality => undecided == 0 || (timeIsOver && given.Count >= quorum) ? ByPlurality(given, castingSeat) : null,
            _ => throw new ArgumentOutOfRangeException(nameof(rule), rule, "Not a rule."),
        };

        return option is not null ? new TallyResult.Decided(option)
            : undecided == 0 || timeIsOver ? new TallyResult.Expired()
            : new TallyResult.Undecided(undecided);
    }

    private static List<(string Option, int Count)> MostChosen(IEnumerable<SeatAnswer> given) =>
        [.. given.GroupBy(x => x.Option!).Select(x => (x.Key, x.Count())).OrderByDescending(x => x.Item2)];

    private static string? ByPlurality(List<SeatAnswer> given, string? castingSeat)
    {
        var chosen = MostChosen(given);
        return chosen.Count == 0 ? null
            : chosen.Count == 1 || chosen[0].Count > chosen[1].Count ? chosen[0].Option
            : ByCastingVote(given, castingSeat);
    }

    /// <summary>The chair's option, where it is among those that tie for most chosen.</summary>
    private static string? ByCastingVote(List<SeatAnswer> given, string? castingSeat)
    {
        var chosen = MostChosen(given);
        var option = given.FirstOrDefault(x => castingSeat is not null && x.Seat == castingSeat)?.Option;
        return chosen.Any(x => x.Option == option && x.Count == chosen[0].Count) ? option : null;
    }
}
