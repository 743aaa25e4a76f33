using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using LraGovernance.Data;
using LraGovernance.Pipeline;
using Microsoft.EntityFrameworkCore;

namespace LraGovernance.Audit;

/// <summary>A fact for the record: what happened, to what, and what was before and is after. No names, no free text.</summary>
/// <param name="Event">What happened, in the words that screens and rehearsals use: <c>decision-recorded</c>.</param>
/// <param name="Subject">What it happened to, as <c>kind/id</c>.</param>
/// <param name="Detail">One line that says it to a person, from roles, titles and dates alone.</param>
public sealed record Fact(string Event, string Subject, string Detail)
{
    public string? Process { get; init; }
    public string? InstanceKey { get; init; }
    public object? Before { get; init; }
    public object? After { get; init; }
    public Guid? OnBehalfOf { get; init; }
    public string? Capacity { get; init; }

    /// <summary>Names, addresses and free text about people: the chain commits to them, and holds none of them.</summary>
    public IReadOnlyList<PersonalText> Personal { get; init; } = [];
}

public sealed record PersonalText(string Name, Guid PersonId, string Text);

/// <summary>
/// The append-only record of a service: every entry is chained by hash to the one before it, under the lock of the
/// service's head row, in the commit of the change that it tells of (design section 7).
/// </summary>
public sealed class Record(GovernanceDb db, Caller caller, Randomness randomness, TimeProvider clock)
{
    private RecordHead? _head;

    /// <summary>Locks the service's head row: from here to the commit no other command of the service reads or writes.</summary>
    /// <exception cref="InvalidOperationException">The service is not known.</exception>
    internal async Task LockHeadAsync(string service, CancellationToken cancellationToken)
    {
        var heads = db.Database.IsNpgsql()
            ? db.RecordHeads.FromSql($"SELECT * FROM record_heads WHERE service = {service} FOR UPDATE")
            : db.RecordHeads.Where(x => x.Service == service);
        _head = await heads.SingleOrDefaultAsync(cancellationToken)
            ?? throw new InvalidOperationException($"No record is kept for '{service}': load its pack first.");
    }

    /// <summary>Opens the chain of a new service, whose head row this transaction then holds.</summary>
    internal void OpenChain(string service)
    {
        _head = new RecordHead { Service = service, Sequence = 0, Hash = Genesis(service) };
        db.RecordHeads.Add(_head);
    }

    internal string Service => Head.Service;

    private RecordHead Head => _head ?? throw new InvalidOperationException("Nothing is recorded outside a command's transaction.");

    internal static string Genesis(string service) => CanonicalJson.Hash($"lra-governance record of {service}");

    public async Task AddAsync(Fact fact, CancellationToken cancellationToken = default)
    {
        var commitments = new JsonObject();
        var sequence = Head.Sequence + 1;
        foreach (var personal in fact.Personal)
        {
            var salt = await SaltAsync(personal.PersonId, cancellationToken);
            commitments[personal.Name] = new JsonObject { ["person"] = personal.PersonId, ["hash"] = Commit(salt, personal.Text) };
            db.RecordPersonalTexts.Add(new RecordPersonalText
            {
                Service = Head.Service, Sequence = sequence, Name = personal.Name, PersonId = personal.PersonId, Text = personal.Text,
            });
        }

        var at = DateTimeOffset.FromUnixTimeMilliseconds(clock.GetUtcNow().ToUnixTimeMilliseconds());
        var body = Body(fact, sequence, at, commitments);
        var hash = CanonicalJson.Hash(Head.Hash + "\n" + body);
        db.RecordEntries.Add(new RecordEntry
        {
            Service = Head.Service, Sequence = sequence, At = at, Event = fact.Event, Subject = fact.Subject,
            Process = fact.Process, InstanceKey = fact.InstanceKey, Body = body, PreviousHash = Head.Hash, Hash = hash,
        });
        Head.Sequence = sequence;
        Head.Hash = hash;
    }

    internal static string Commit(byte[] salt, string text) =>
        Convert.ToHexStringLower(HMACSHA256.HashData(salt, Encoding.UTF8.GetBytes(text)));

    private string Body(Fact fact, long sequence, DateTimeOffset at, JsonObject commitments) => CanonicalJson.Write(new
    {
        service = Head.Service,
        sequence,
        at = at.ToString("yyyy-MM-ddTHH:mm:ss.fffZ", System.Globalization.CultureInfo.InvariantCulture),
        @event = fact.Event,
        subject = fact.Subject,
        detail = fact.Detail,
        process = fact.Process,
        instanceKey = fact.InstanceKey,
        actor = new
        {
            kind = caller.Actor.Kind, person = caller.Actor.PersonId, onBehalfOf = fact.OnBehalfOf, capacity = fact.Capacity,
            through = caller.Actor.Through, assurance = caller.Actor.Assurance, step = caller.Actor.Step,
        },
        before = fact.Before,
        after = fact.After,
        commitments = commitments.Count == 0 ? null : commitments,
    });

    private async Task<byte[]> SaltAsync(Guid person, CancellationToken cancellationToken)
    {
        if (await db.PersonSalts.FindAsync([person], cancellationToken) is { } known)
        {
            return known.Salt;
        }

        var salt = new PersonSalt { PersonId = person, Salt = randomness.Bytes("salt", person.ToString(), 32) };
        db.PersonSalts.Add(salt);
        return salt.Salt;
    }
}
