using LraGovernance.Audit;
using LraGovernance.Data;
using Microsoft.EntityFrameworkCore;

namespace LraGovernance.Performance;

/// <summary>Keeps the runs out of tolerance as the figures are known now.</summary>
internal sealed class EvaluationDesk(GovernanceDb db, KnownFile file, TimeProvider clock)
{
    internal async Task<EvaluationOutcome> EvaluateAsync(string service, CancellationToken cancellationToken)
    {
        await db.SaveChangesAsync(cancellationToken); // figures of this command are asked for with the others
        var now = clock.GetUtcNow();
        var known = await file.AtAsync(service, now, cancellationToken);
        var rows = await db.OutOfToleranceRuns.Where(x => x.Service == service).ToListAsync(cancellationToken);
        var runs = known.Runs();
        var open = rows.Where(x => x.EndedAt is null).ToList();
        var found = Evaluation.Of([.. rows.Select(RunOf)], runs, x => known.Latest(x)!.Value);
        foreach (var row in open)
        {
            var before = RunOf(row);
            row.EndedAt = found.Ended.Any(before.Shares) ? now : null;
            row.Run = CanonicalJson.Write(runs.FirstOrDefault(before.Shares) ?? before);
        }

        db.OutOfToleranceRuns.AddRange(found.Raised.Select(x => new OutOfToleranceRun
        {
            Service = service, Reference = x.Reference, First = $"{x.First}", Run = CanonicalJson.Write(x), FoundAt = now,
            EndedAt = x.Last == known.Latest(x.Reference) ? null : now,
        }));
        return found;
    }

    internal static ToleranceRun RunOf(OutOfToleranceRun row) => CanonicalJson.Read<ToleranceRun>(row.Run);

    internal static object Told(EvaluationOutcome found) => new
    {
        raised = found.Raised.Select(x => new { reference = x.Reference, first = $"{x.First}", kinds = x.Kinds, goesTo = x.GoesTo }),
        worsened = found.Worsened.Select(x => new { reference = x.Now.Reference, first = $"{x.Before.First}", kinds = x.Kinds }),
        ended = found.Ended.Select(x => new { reference = x.Reference, first = $"{x.First}" }),
    };
}
