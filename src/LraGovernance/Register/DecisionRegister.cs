using LraGovernance.Calendar;
using LraGovernance.Decisions;

namespace LraGovernance.Register;

/// <summary>How a body's decision stands towards the public. Pure.</summary>
internal static class DecisionRegister
{
    internal const string Kind = "decision";

    /// <summary>The body whose decisions are public; the management teams on both sides decide in the course of their work (recorded choice).</summary>
    internal const string Body = "strategic-board";

    /// <summary>The day from which a decision is on the public register: that of the decision, or the first after a pre-election period.</summary>
    internal static DateOnly FirstDay(DecisionRequest decision, IReadOnlyCollection<PreElectionPeriod> periods) =>
        PreElection.FirstDay(London.DateOf(decision.ClosedAt!.Value), periods);

    internal static Classification ClassificationOf(Publication? changed) => changed?.Classification ?? PublicationRule.Default(Kind);
}
