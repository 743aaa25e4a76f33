using System.Text.Json.Nodes;
using LraGovernance.Audit;
using LraGovernance.Data;
using Microsoft.EntityFrameworkCore;

namespace LraGovernance.Web.Rehearsal;

internal sealed record TimelineEvent(DateTimeOffset At, string? Process, string? Key, string Event, string Detail)
{
    /// <summary>The events that a rehearsal tells; the record has more.</summary>
    public static readonly IReadOnlySet<string> Told = new HashSet<string>
    {
        "instance-started", "instance-finished", "task-opened", "task-done", "task-late", "reminder-sent", "decision-recorded",
        "body-decided", "question-asked", "document-published", "version-in-force", "mail-sent", "incident",
        "coverage-gap", "service-plan-in-force", "service-plan-amended",
        "figure-submitted", "figure-restated", "exception-raised", "exception-escalated", "exception-closed", "formal-decision", "successor-asked", "request-expired", "request-inquorate", "request-withdrawn",
    };

    public static TimelineEvent Of(RecordEntry entry) =>
        new(entry.At, entry.Process, entry.InstanceKey, entry.Event, (string?)JsonNode.Parse(entry.Body)!["detail"] ?? "");
}

/// <summary>Reads from the record what has happened since it was last asked.</summary>
internal sealed class TimelineReader(IServiceScopeFactory scopes)
{
    private Dictionary<string, long> _read = [];

    public async Task SkipAsync(CancellationToken cancellationToken)
    {
        await using var scope = scopes.CreateAsyncScope();
        _read = await scope.ServiceProvider.GetRequiredService<GovernanceDb>().RecordHeads.AsNoTracking().ToDictionaryAsync(x => x.Service, x => x.Sequence, cancellationToken);
    }

    public async Task<IReadOnlyList<TimelineEvent>> NewAsync(CancellationToken cancellationToken) =>
        await ReadAsync(x => _read.GetValueOrDefault(x), cancellationToken);

    public async Task<IReadOnlyList<TimelineEvent>> ReadAsync(Func<string, long> after, CancellationToken cancellationToken)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<GovernanceDb>();
        var entries = new List<RecordEntry>();
        foreach (var service in await db.RecordHeads.AsNoTracking().Select(x => x.Service).Order().ToListAsync(cancellationToken))
        {
            var from = after(service);
            entries.AddRange(await db.RecordEntries.AsNoTracking().Where(x => x.Service == service && x.Sequence > from).OrderBy(x => x.Sequence).ToListAsync(cancellationToken));
        }

        return [.. entries.Where(x => TimelineEvent.Told.Contains(x.Event)).OrderBy(x => x.At).Select(TimelineEvent.Of)];
    }
}
