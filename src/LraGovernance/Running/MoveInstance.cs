using FluentValidation;
using LraGovernance.Audit;
using LraGovernance.Data;
using LraGovernance.Engine.Migrations;
using LraGovernance.Pipeline;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace LraGovernance.Running;

/// <summary>Moves one running instance to another version of its process. What was asked of people stays asked; nothing is run.</summary>
/// <param name="CommandId">Identity of the command.</param>
/// <param name="Service">Whose process it is.</param>
/// <param name="InstanceId">Which instance.</param>
/// <param name="To">The version to move to.</param>
/// <param name="Renamed">Steps that have another id there: old id to new id.</param>
[SystemOnly]
public sealed record MoveInstance(Guid CommandId, string Service, Guid InstanceId, int To, IReadOnlyDictionary<string, string> Renamed) : ICommand<MoveInstanceResult>;

public abstract record MoveInstanceResult
{
    public sealed record Moved(IReadOnlyList<string> Notes) : MoveInstanceResult;

    public sealed record Refused(IReadOnlyList<string> Reasons) : MoveInstanceResult;

    /// <summary>There is no such instance of this service, or no such version of its process.</summary>
    public sealed record NotFound : MoveInstanceResult;
}

internal sealed class MoveInstanceValidator : AbstractValidator<MoveInstance>
{
    public MoveInstanceValidator() => RuleFor(x => x.InstanceId).NotEmpty();
}

internal sealed class MoveInstanceHandler(GovernanceDb db, WorkflowCatalogue catalogue, PinnedDefinitions pinned, Moves moves, Record record)
    : IRequestHandler<MoveInstance, MoveInstanceResult>
{
    public async Task<MoveInstanceResult> Handle(MoveInstance request, CancellationToken cancellationToken)
    {
        if (await db.Instances.FindAsync([request.InstanceId], cancellationToken) is not { } instance || instance.Service != request.Service
            || catalogue.Version(instance.DefinitionId, request.To) is not { } to)
        {
            return new MoveInstanceResult.NotFound();
        }

        switch (await moves.PlanAsync(instance, to, request.Renamed, cancellationToken))
        {
            case MigrationResult.Moved moved:
                await pinned.PinAsync(db, to, cancellationToken);
                await WriteAsync(instance, moved, to, cancellationToken);
                return new MoveInstanceResult.Moved(moved.Notes);
            case MigrationResult.Refused refused:
                return new MoveInstanceResult.Refused(refused.Reasons);
            default:
                throw new InvalidOperationException();
        }
    }

    private async Task WriteAsync(WorkflowInstance instance, MigrationResult.Moved moved, WorkflowFile to, CancellationToken cancellationToken)
    {
        var from = instance.Version;
        (instance.Version, instance.State) = (to.Definition.Version, moved.State.ToJson());
        var standing = await db.Bookmarks.Where(x => x.InstanceId == instance.Id).ToListAsync(cancellationToken);
        foreach (var bookmark in moved.State.Bookmarks)
        {
            standing.Single(x => x.BookmarkId == bookmark.Id).ActivityId = bookmark.ActivityId;
        }

        await record.AddAsync(new Fact("instance-moved", $"instance/{instance.Id}", $"{instance.DefinitionId} {instance.Key} goes on in version {instance.Version}")
        {
            Process = instance.DefinitionId, InstanceKey = instance.Key,
            After = new { from, to = instance.Version, hash = CanonicalJson.Hash(to.Json), notes = moved.Notes },
        }, cancellationToken);
    }
}
