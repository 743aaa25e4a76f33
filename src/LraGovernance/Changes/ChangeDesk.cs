using LraGovernance.Audit;
using LraGovernance.Data;
using LraGovernance.Specifications;
using LraGovernance.Variations;

namespace LraGovernance.Changes;

/// <summary>What several steps of a change need to know.</summary>
internal sealed class ChangeDesk(GovernanceDb db, SpecificationVersions versions, Record record, TimeProvider clock)
{
    internal const string Process = "change-management";
    internal const string NumberPrefix = "CH";
    internal const string Kind = "change";

    internal async Task<ChangeCase> OfAsync(string service, string number, CancellationToken cancellationToken) =>
        await db.Changes.FindAsync([service, number], cancellationToken) ?? throw new InvalidOperationException($"{service} has no change {number}.");

    internal async Task<Variation> VariationOfAsync(ChangeCase change, CancellationToken cancellationToken) =>
        await db.Variations.FindAsync([change.Service, change.Variation], cancellationToken) ?? throw new InvalidOperationException($"{change.Number} has lost its variation {change.Variation}.");

    /// <summary>Ends a change that could not be applied any more: the version in force has changed where it would change it .</summary>
    /// <returns>Where; empty when it fits, and then nothing is done.</returns>
    internal async Task<IReadOnlyList<string>> EndWhereOvertakenAsync(ChangeCase change, CancellationToken cancellationToken)
    {
        var now = await versions.RequireInForceAsync(change.Service, cancellationToken);
        var overtaken = Proposals.Overtaken(now.Document, VariationProposal.FromJson((await VariationOfAsync(change, cancellationToken)).Proposal));
        if (overtaken.Count > 0)
        {
            (change.State, change.Outcome, change.ClosedAt) = (ChangeState.Closed, "Overtaken by another version", clock.GetUtcNow());
            await RecordAsync(change, "change-overtaken", "Overtaken: the version in force has changed where it would change it", new { pieces = overtaken }, cancellationToken);
        }

        return overtaken;
    }

    internal Task RecordAsync(ChangeCase change, string happened, string detail, object? after, CancellationToken cancellationToken, IReadOnlyList<PersonalText>? personal = null) =>
        record.AddAsync(new Fact(happened, $"change/{change.Number}", detail) { Process = Process, InstanceKey = change.Number, After = after, Personal = personal ?? [] }, cancellationToken);
}
