using FluentValidation;
using LraGovernance.Audit;
using LraGovernance.Calendar;
using LraGovernance.Pipeline;
using LraGovernance.Running;
using LraGovernance.Specifications;
using LraGovernance.Thread;
using LraGovernance.Variations;
using MediatR;

namespace LraGovernance.Changes;

/// <summary>
/// A change that everybody has agreed becomes the next major version, in force today. Where a piece of it has been changed meanwhile,
/// nothing is overwritten: it ends as overtaken, and can be raised again.
/// </summary>
[SystemOnly]
public sealed record ApplyChange(Guid CommandId, string Service, string Number) : IStepCommand<ApplyChange, ApplyChangeResult>
{
    public static ApplyChange From(StepOrigin origin) => new(origin.CommandId, origin.Service, origin.InstanceKey);
}

public abstract record ApplyChangeResult
{
    public sealed record Applied(string Version) : ApplyChangeResult;

    public sealed record Overtaken(IReadOnlyList<string> Pieces) : ApplyChangeResult;
}

internal sealed class ApplyChangeValidator : AbstractValidator<ApplyChange>
{
    public ApplyChangeValidator() => RuleFor(x => x.Number).NotEmpty();
}

internal sealed class ApplyChangeHandler(ChangeDesk desk, SpecificationVersions versions, GoldenThread thread, Record record, TimeProvider clock) : IRequestHandler<ApplyChange, ApplyChangeResult>
{
    public async Task<ApplyChangeResult> Handle(ApplyChange command, CancellationToken cancellationToken)
    {
        var change = await desk.OfAsync(command.Service, command.Number, cancellationToken);
        if (await desk.EndWhereOvertakenAsync(change, cancellationToken) is { Count: > 0 } overtaken)
        {
            return new ApplyChangeResult.Overtaken(overtaken);
        }

        var proposal = VariationProposal.FromJson((await desk.VariationOfAsync(change, cancellationToken)).Proposal);
        var now = await versions.RequireInForceAsync(command.Service, cancellationToken);
        change.ClosedAt = clock.GetUtcNow();
        var made = await versions.PutInForceAsync(
            command.Service, Proposals.Apply(now.Document, proposal), VersionStep.Major, London.DateOf(clock.GetUtcNow()), new(ChangeDesk.Process, change.Number), cancellationToken);
        await record.AddAsync(made.Fact, cancellationToken);
        var version = SpecificationFile.VersionName(made.Specification);
        (change.State, change.Outcome, change.ProducedVersion, change.InForceFrom) = (ChangeState.InForce, "In force", version, made.Specification.InForceFrom);
        await thread.TieAsync(command.Service, ThreadEnd.Change(change.Number), ThreadEnd.Version(version), "became", cancellationToken);
        await desk.RecordAsync(change, "change-applied", $"In force as version {version}", new { version, hash = made.Specification.RevisionHash }, cancellationToken);
        return new ApplyChangeResult.Applied(version);
    }
}
