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
        var rows = await db.OutOfToleranceRuns.Where(x => x.Service == service).OrderBy(x => x.FoundAt).ThenBy(x => x.Reference).ThenBy(x => x.First).ToListAsync(cancellationToken);
        var (runs, before) = (known.Runs(), rows.Select(x => new KeptRun(RunOf(x), x.EndedAt is not null)).ToList());
        var found = Evaluation.Of([.. before.Select(x => x.Run)], runs, Latest);
        var after = Evaluation.Keep(before, runs, found, Latest);
        foreach (var (row, kept) in rows.Zip(after))
        {
            row.Run = CanonicalJson.Write(kept.Run);
            row.EndedAt = kept.Ended ? row.EndedAt ?? now : null;
            if (kept.Gone && row.Exception is null)
            {
                db.OutOfToleranceRuns.Remove(row); // restated before anybody was told
            }
        }

        db.OutOfToleranceRuns.AddRange(after.Skip(rows.Count).Select(x => new OutOfToleranceRun
        {
            Service = service, Reference = x.Run.Reference, First = $"{x.Run.First}", Run = CanonicalJson.Write(x.Run), FoundAt = now, EndedAt = x.Ended ? now : null,
        }));
        return found;

        Calendar.Period Latest(string reference) => known.Latest(reference)!.Value;
    }

    internal static ToleranceRun RunOf(OutOfToleranceRun row) => CanonicalJson.Read<ToleranceRun>(row.Run);

    internal static object Told(EvaluationOutcome found) => new
    {
        raised = found.Raised.Select(x => new { reference = x.Reference, first = $"{x.First}", kinds = x.Kinds, goesTo = x.GoesTo }),
        worsened = found.Worsened.Select(x => new { reference = x.Now.Reference, first = $"{x.Before.First}", kinds = x.Kinds }),
        ended = found.Ended.Select(x => new { reference = x.Reference, first = $"{x.First}" }),
    };
}
