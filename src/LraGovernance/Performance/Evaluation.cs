namespace LraGovernance.Performance;

/// <summary>What an evaluation of the figures finds new.</summary>
/// <param name="Raised">Runs that no exception stands for yet.</param>
/// <param name="Worsened">Runs already raised in which a further kind of tolerance is breached now, with the kinds that are new.</param>
/// <param name="Ended">Runs already raised that are no longer under way: back in tolerance, or restated away.</param>
public sealed record EvaluationOutcome(
    IReadOnlyList<ToleranceRun> Raised, IReadOnlyList<(ToleranceRun Before, ToleranceRun Now, IReadOnlyList<string> Kinds)> Worsened, IReadOnlyList<ToleranceRun> Ended);

/// <summary>A run as the evaluations keep it.</summary>
/// <param name="Ended">It is no longer under way.</param>
/// <param name="Gone">It never was, as the figures are known now: they were restated.</param>
public sealed record KeptRun(ToleranceRun Run, bool Ended, bool Gone = false);

/// <summary>
/// Which exceptions the figures raise. Pure, and used by the monthly evaluation and by the tolerance rehearsal alike: the same figures
/// in the same order give the same exceptions.
/// </summary>
public static class Evaluation
{
    /// <param name="before">Runs as they were when they were last evaluated, with those that have ended.</param>
    /// <param name="now">Runs in the figures as they are known now.</param>
    /// <param name="latest">The latest period evaluated of each indicator: a run that reaches it is under way.</param>
    public static EvaluationOutcome Of(IReadOnlyList<ToleranceRun> before, IReadOnlyList<ToleranceRun> now, Func<string, Calendar.Period> latest)
    {
        ArgumentNullException.ThrowIfNull(before);
        ArgumentNullException.ThrowIfNull(now);
        ArgumentNullException.ThrowIfNull(latest);
        var raised = now.Where(x => !before.Any(x.Shares)).ToList();
        var worsened = now.Select(x => (Before: before.LastOrDefault(x.Shares)!, Now: x)).Where(x => x.Before is not null)
            .Select(x => (x.Before, x.Now, Kinds: (IReadOnlyList<string>)[.. x.Now.Kinds.Except(x.Before.Kinds)])).Where(x => x.Kinds.Count > 0).ToList();
        var ended = before.Where(x => !now.Any(y => y.Shares(x) && y.Last == latest(x.Reference))).ToList();
        return new(raised, worsened, ended);
    }

    /// <summary>The runs as they are kept after an evaluation: those under way as they are now, those that have ended as they were, and the new ones.</summary>
    public static IReadOnlyList<KeptRun> Keep(IReadOnlyList<KeptRun> before, IReadOnlyList<ToleranceRun> now, EvaluationOutcome outcome, Func<string, Calendar.Period> latest)
    {
        ArgumentNullException.ThrowIfNull(before);
        ArgumentNullException.ThrowIfNull(outcome);
        ArgumentNullException.ThrowIfNull(latest);
        return
        [
            .. before.Select(x => new KeptRun(now.FirstOrDefault(x.Run.Shares) ?? x.Run, x.Ended || outcome.Ended.Any(x.Run.Shares), !now.Any(x.Run.Shares))),
            .. outcome.Raised.Select(x => new KeptRun(x, x.Last != latest(x.Reference))),
        ];
    }
}
