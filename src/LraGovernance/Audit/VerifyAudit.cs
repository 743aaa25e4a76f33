using System.Data;
using System.Globalization;
using System.Text.Json.Nodes;
using LraGovernance.Data;
using LraGovernance.Pipeline;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace LraGovernance.Audit;

/// <summary>Reads every chain from its beginning and names the first bad entry, if there is one.</summary>
[Anyone("the verb runs where the database is; no page sends it")]
public sealed record VerifyAudit : IQuery<VerifyAuditResult>;

public abstract record VerifyAuditResult
{
    /// <param name="RecordHead">Hash over the services' heads in key order.</param>
    /// <param name="Entries">Entries read, over all services.</param>
    public sealed record Sound(string RecordHead, long Entries) : VerifyAuditResult;

    public sealed record Broken(string Service, long Sequence, string Reason) : VerifyAuditResult;
}

internal sealed class VerifyAuditHandler(GovernanceDb db) : IRequestHandler<VerifyAudit, VerifyAuditResult>
{
    public async Task<VerifyAuditResult> Handle(VerifyAudit request, CancellationToken cancellationToken)
    {
        // One snapshot over heads and chains, so that a running server's commits are seen whole or not at all. On SQLite
        // "read uncommitted" is how a transaction is asked not to take the writer's lock; it still reads a snapshot.
        await using var snapshot = await db.Database.BeginTransactionAsync(
            db.Database.IsNpgsql() ? IsolationLevel.RepeatableRead : IsolationLevel.ReadUncommitted, cancellationToken);
        var heads = await db.RecordHeads.AsNoTracking().OrderBy(x => x.Service).ToListAsync(cancellationToken);
        var salts = await db.PersonSalts.AsNoTracking().ToDictionaryAsync(x => x.PersonId, x => x.Salt, cancellationToken);
        long read = 0;
        foreach (var head in heads)
        {
            if (await FirstBadAsync(head, salts, cancellationToken) is { } broken)
            {
                return broken;
            }

            read += head.Sequence;
        }

        var orphan = await db.RecordEntries.AsNoTracking()
            .FirstOrDefaultAsync(e => !db.RecordHeads.Any(h => h.Service == e.Service), cancellationToken);
        return orphan is null
            ? new VerifyAuditResult.Sound(RecordHeads.Combined(heads), read)
            : new VerifyAuditResult.Broken(orphan.Service, orphan.Sequence, "the service has entries and no head");
    }

    private async Task<VerifyAuditResult.Broken?> FirstBadAsync(
        RecordHead head, Dictionary<Guid, byte[]> salts, CancellationToken cancellationToken)
    {
        var personal = (await db.RecordPersonalTexts.AsNoTracking().Where(x => x.Service == head.Service).ToListAsync(cancellationToken))
            .ToLookup(x => x.Sequence);
        var previous = Record.Genesis(head.Service);
        long sequence = 0;
        var entries = db.RecordEntries.AsNoTracking().Where(x => x.Service == head.Service).OrderBy(x => x.Sequence);
        await foreach (var entry in entries.AsAsyncEnumerable().WithCancellation(cancellationToken))
        {
            sequence++;
            var fault = entry.Sequence != sequence ? $"entry {sequence} is missing"
                : entry.PreviousHash != previous ? "it does not follow the entry before it"
                : entry.Hash != CanonicalJson.Hash(previous + "\n" + entry.Body) ? "its content was changed"
                : ColumnsDiffer(entry) ?? PersonalDiffers(entry, personal[sequence], salts);
            if (fault is not null)
            {
                return new(head.Service, sequence, fault);
            }

            previous = entry.Hash;
        }

        return sequence != head.Sequence ? new(head.Service, sequence + 1, $"the newest {head.Sequence - sequence} entries are missing")
            : previous != head.Hash ? new(head.Service, sequence, "the head names another entry")
            : null;
    }

    private static string? ColumnsDiffer(RecordEntry entry)
    {
        var body = JsonNode.Parse(entry.Body)!;
        var same = (string?)body["event"] == entry.Event && (string?)body["subject"] == entry.Subject
            && (long?)body["sequence"] == entry.Sequence && (string?)body["service"] == entry.Service
            && (string?)body["process"] == entry.Process && (string?)body["instanceKey"] == entry.InstanceKey
            && DateTimeOffset.Parse((string)body["at"]!, CultureInfo.InvariantCulture) == entry.At;
        return same ? null : "its columns differ from its body";
    }

    private static string? PersonalDiffers(RecordEntry entry, IEnumerable<RecordPersonalText> texts, Dictionary<Guid, byte[]> salts)
    {
        var beside = texts.ToDictionary(x => x.Name);
        var commitments = JsonNode.Parse(entry.Body)!["commitments"]?.AsObject() ?? [];
        foreach (var (name, commitment) in commitments)
        {
            // An erased person's salt is gone, and the texts with it: the chain still stands.
            if (!salts.TryGetValue((Guid)commitment!["person"]!, out var salt))
            {
                continue;
            }

            if (!beside.Remove(name, out var text) || (string?)commitment["hash"] != Record.Commit(salt, text.Text))
            {
                return $"the text '{name}' beside it is not the one it commits to";
            }
        }

        return beside.Count == 0 ? null : $"the text '{beside.Keys.First()}' stands beside it without a commitment";
    }
}
