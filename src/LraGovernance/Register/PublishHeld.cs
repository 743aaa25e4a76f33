using LraGovernance.Audit;
using LraGovernance.Calendar;
using LraGovernance.Data;
using LraGovernance.Running;

namespace LraGovernance.Register;

/// <summary>The pre-election period is over: what it held is public, unless somebody has restricted it meanwhile.</summary>
internal sealed class PublishHeld(GovernanceDb db, Record record, TimeProvider clock) : IAgendaWork
{
    internal const string AgendaKind = "publish-held";

    public string Kind => AgendaKind;

    internal static AgendaItem Item(Publication publication, DateOnly day) => new()
    {
        Kind = AgendaKind, Key = $"{publication.Service}/{publication.Kind}/{publication.Key}", Service = publication.Service, DueAt = London.At(day, London.Morning),
    };

    public async Task PerformAsync(AgendaItem item, CancellationToken cancellationToken)
    {
        db.Agenda.Remove(item);
        var parts = item.Key.Split('/', 3);
        var publication = await db.Publications.FindAsync([parts[0], parts[1], parts[2]], cancellationToken)
            ?? throw new InvalidOperationException($"{item.Key} was held and is not there any more.");
        var isPublic = publication.Classification == Classification.Unrestricted;
        if (isPublic)
        {
            publication.PublicSince = clock.GetUtcNow();
        }

        await record.AddAsync(new Fact(isPublic ? "document-published" : "publication-withheld", $"{publication.Kind}/{publication.Key}", $"{publication.Title}: the pre-election period is over")
        {
            InstanceKey = publication.Key, Before = new { publication.HeldUntil }, After = new { publication.Classification, publication.PublicSince },
        }, cancellationToken);
    }
}
