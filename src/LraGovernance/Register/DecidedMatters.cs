using LraGovernance.Data;
using LraGovernance.Decisions;

namespace LraGovernance.Register;

/// <summary>What decisions were about, as far as everybody may know it.</summary>
internal sealed class DecidedMatters(GovernanceDb db, IEnumerable<IPaperSource> papers, TimeProvider clock)
{
    /// <summary>Null where the case is exempt or internal, or its text is held, though the decision is public.</summary>
    internal async Task<DecidedMatter?> OfAsync(DecisionRequest decision, CancellationToken cancellationToken) =>
        papers.FirstOrDefault(x => x.Kind == decision.PaperKind) is { } source && await IsOpenAsync(decision, cancellationToken)
            ? await source.MatterAsync(decision, cancellationToken) : null;

    private async Task<bool> IsOpenAsync(DecisionRequest decision, CancellationToken cancellationToken) =>
        await db.Publications.FindAsync([decision.Service, decision.PaperKind, decision.PaperKey], cancellationToken) is { } publication
            ? publication.DueAt is null ? publication.Classification == Classification.Unrestricted : PublicationRule.IsPublic(publication, clock.GetUtcNow())
            : PublicationRule.Default(decision.PaperKind) == Classification.Unrestricted;
}
