using LraGovernance.Audit;
using LraGovernance.Data;
using LraGovernance.Variations;

namespace LraGovernance.Changes;

/// <summary>What several steps of a change need to know.</summary>
internal sealed class ChangeDesk(GovernanceDb db, Record record)
{
    internal const string Process = "change-management";
    internal const string NumberPrefix = "CH";
    internal const string Kind = "change";

    internal async Task<ChangeCase> OfAsync(string service, string number, CancellationToken cancellationToken) =>
        await db.Changes.FindAsync([service, number], cancellationToken) ?? throw new InvalidOperationException($"{service} has no change {number}.");

    internal async Task<Variation> VariationOfAsync(ChangeCase change, CancellationToken cancellationToken) =>
        await db.Variations.FindAsync([change.Service, change.Variation], cancellationToken) ?? throw new InvalidOperationException($"{change.Number} has lost its variation {change.Variation}.");

    internal Task RecordAsync(ChangeCase change, string happened, string detail, object? after, CancellationToken cancellationToken, IReadOnlyList<PersonalText>? personal = null) =>
        record.AddAsync(new Fact(happened, $"change/{change.Number}", detail) { Process = Process, InstanceKey = change.Number, After = after, Personal = personal ?? [] }, cancellationToken);
}
