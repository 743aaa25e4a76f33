using LraGovernance.Data;
using LraGovernance.Engine.Migrations;
using LraGovernance.Pipeline;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace LraGovernance.Running;

/// <summary>The dry run: says of every running instance of a process what moving it to a version would do, and why one cannot be moved.</summary>
/// <param name="Process">The process, by its definition's id.</param>
/// <param name="To">The version to move to.</param>
/// <param name="Renamed">Steps that have another id there: old id to new id.</param>
[SystemOnly]
public sealed record ReadMoves(string Process, int To, IReadOnlyDictionary<string, string> Renamed) : IQuery<ReadMovesResult>;

public abstract record ReadMovesResult
{
    public sealed record Planned(IReadOnlyList<MoveLine> Instances) : ReadMovesResult;

    /// <summary>The workflows folder has no such version.</summary>
    public sealed record NoSuchVersion : ReadMovesResult;
}

/// <param name="Refusals">Why it cannot be moved; empty when it can.</param>
/// <param name="Notes">What changes for it.</param>
public sealed record MoveLine(Guid InstanceId, string Service, string Key, int From, IReadOnlyList<string> Refusals, IReadOnlyList<string> Notes);

internal sealed class ReadMovesHandler(GovernanceDb db, WorkflowCatalogue catalogue, Moves moves) : IRequestHandler<ReadMoves, ReadMovesResult>
{
    public async Task<ReadMovesResult> Handle(ReadMoves request, CancellationToken cancellationToken)
    {
        if (catalogue.Version(request.Process, request.To) is not { } to)
        {
            return new ReadMovesResult.NoSuchVersion();
        }

        var running = await db.Instances.AsNoTracking()
            .Where(x => x.DefinitionId == request.Process && x.Version != request.To && (x.Status == InstanceStatus.Waiting || x.Status == InstanceStatus.Held))
            .OrderBy(x => x.Service).ThenBy(x => x.Key).ToListAsync(cancellationToken);
        var lines = new List<MoveLine>();
        foreach (var instance in running)
        {
            var plan = await moves.PlanAsync(instance, to, request.Renamed, cancellationToken);
            lines.Add(new(instance.Id, instance.Service, instance.Key, instance.Version,
                (plan as MigrationResult.Refused)?.Reasons ?? [], (plan as MigrationResult.Moved)?.Notes ?? []));
        }

        return new ReadMovesResult.Planned(lines);
    }
}
