using LraGovernance.Audit;
using LraGovernance.Data;
using LraGovernance.Pipeline;
using Microsoft.EntityFrameworkCore;

namespace LraGovernance.Specifications;

/// <summary>A refresh or a change takes the next major version, a minor variation the next minor one.</summary>
public enum VersionStep { Major, Minor }

/// <summary>The process, and the period or case in it, that brings a version about.</summary>
public sealed record VersionCause(string Process, string InstanceKey);

/// <summary>The version in force with its text.</summary>
internal sealed record VersionInForce(Specification Specification, SpecificationDocument Document);

/// <summary>The version that has come into force, and the fact that whoever brought it about puts on the record.</summary>
internal sealed record VersionChange(Specification Specification, Fact Fact);

/// <summary>Puts versions in force, one after the other and never two at once: whoever brings one about comes through here .</summary>
internal sealed class SpecificationVersions(GovernanceDb db, SpecificationThread thread, Randomness randomness, TimeProvider clock)
{
    /// <summary>The version in force with its text; null before the first one is.</summary>
    internal async Task<VersionInForce?> InForceAsync(string service, CancellationToken cancellationToken)
    {
        var specification = await db.Specifications.SingleOrDefaultAsync(x => x.Service == service && x.State == SpecificationState.InForce, cancellationToken);
        return specification is null ? null : new(specification, await TextAsync(specification, cancellationToken));
    }

    /// <summary>The same, where one must be.</summary>
    /// <exception cref="InvalidOperationException">None is in force.</exception>
    internal async Task<VersionInForce> RequireInForceAsync(string service, CancellationToken cancellationToken) =>
        await InForceAsync(service, cancellationToken) ?? throw new InvalidOperationException($"{service} has no specification in force.");

    /// <summary>What a specification says in the revision that it stands at.</summary>
    internal async Task<SpecificationDocument> TextAsync(Specification specification, CancellationToken cancellationToken) => SpecificationDocument.FromJson(await db.SpecificationRevisions.AsNoTracking()
        .Where(x => x.SpecificationId == specification.Id && x.Number == specification.Revision).Select(x => x.Json).SingleAsync(cancellationToken));

    /// <summary>The text of that hash, which a draft or a variation started from; two versions with the same hash say the same.</summary>
    internal async Task<SpecificationDocument> TextAsync(string service, string hash, CancellationToken cancellationToken) => SpecificationDocument.FromJson(await (
        from specification in db.Specifications.AsNoTracking()
        join revision in db.SpecificationRevisions.AsNoTracking() on specification.Id equals revision.SpecificationId
        where specification.Service == service && revision.Hash == hash
        orderby specification.Id
        select revision.Json).FirstAsync(cancellationToken));

    /// <summary>Publishes a text of its own, for the financial year of the version in force, and puts it in force.</summary>
    /// <param name="service">The service.</param>
    /// <param name="document">The whole text.</param>
    /// <param name="step">Which number it takes.</param>
    /// <param name="from">Its first day.</param>
    /// <param name="cause">What brings it about.</param>
    /// <param name="cancellationToken">Stops the work.</param>
    internal async Task<VersionChange> PutInForceAsync(
        string service, SpecificationDocument document, VersionStep step, DateOnly from, VersionCause cause, CancellationToken cancellationToken)
    {
        var (json, now) = (document.ToJson(), clock.GetUtcNow());
        var specification = new Specification
        {
            Id = randomness.Id("specification", $"{service}/{cause.Process}/{cause.InstanceKey}"), Service = service, FinancialYear = document.FinancialYear, Title = document.Title,
            State = SpecificationState.Published, Frame = (document with { Clauses = [] }).ToJson(), Revision = 1, RevisionHash = SpecificationDocument.HashOf(json), OpenedAt = now, PublishedAt = now,
        };
        db.Specifications.Add(specification);
        db.SpecificationRevisions.Add(new SpecificationRevision { SpecificationId = specification.Id, Number = 1, Hash = specification.RevisionHash, Json = json, At = now });
        return await PutInForceAsync(specification, step, from, cause, cancellationToken);
    }

    /// <summary>Puts a text in force that is published already, and ends the version before it on the day before.</summary>
    /// <exception cref="InvalidOperationException">A minor version is asked for, and none is in force that it could follow.</exception>
    internal async Task<VersionChange> PutInForceAsync(Specification specification, VersionStep step, DateOnly from, VersionCause cause, CancellationToken cancellationToken)
    {
        var before = await db.Specifications.SingleOrDefaultAsync(x => x.Service == specification.Service && x.State == SpecificationState.InForce, cancellationToken);
        if (before is not null)
        {
            before.State = SpecificationState.Superseded;
            before.InForceUntil = from.AddDays(-1);
        }

        (specification.Major, specification.Minor) = step == VersionStep.Major ? ((before?.Major ?? 0) + 1, 0)
            : before is not null ? (before.Major, before.Minor + 1) : throw new InvalidOperationException($"{specification.Service} has no version in force that a minor one could follow.");
        specification.State = SpecificationState.InForce;
        specification.InForceFrom = from;
        await thread.TieAsync(specification, cancellationToken);
        var version = SpecificationFile.VersionName(specification);
        return new(specification, new Fact("version-in-force", $"specification/{specification.Id}", $"{specification.Title}: version {version}")
        {
            Process = cause.Process, InstanceKey = cause.InstanceKey,
            Before = before is null ? null : new { specification = before.Id, hash = before.RevisionHash },
            After = new { version, inForceFrom = from, hash = specification.RevisionHash },
        });
    }
}
