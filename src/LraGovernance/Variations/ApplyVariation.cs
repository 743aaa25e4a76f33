using FluentValidation;
using LraGovernance.Audit;
using LraGovernance.Calendar;
using LraGovernance.Data;
using LraGovernance.Pipeline;
using LraGovernance.Running;
using LraGovernance.Specifications;
using LraGovernance.Thread;
using MediatR;

namespace LraGovernance.Variations;

/// <summary>
/// A minor variation that all have agreed becomes the next minor version, published and in force today. Where a piece of it has been
/// changed meanwhile, nothing is overwritten: it ends as overtaken, and can be raised again against the version in force.
/// </summary>
[SystemOnly]
public sealed record ApplyVariation(Guid CommandId, string Service, string Number) : IStepCommand<ApplyVariation, ApplyVariationResult>
{
    public static ApplyVariation From(StepOrigin origin) => new(origin.CommandId, origin.Service, origin.InstanceKey);
}

public abstract record ApplyVariationResult
{
    public sealed record Applied(string Version) : ApplyVariationResult;

    public sealed record Overtaken(IReadOnlyList<string> Pieces) : ApplyVariationResult;
}

internal sealed class ApplyVariationValidator : AbstractValidator<ApplyVariation>
{
    public ApplyVariationValidator() => RuleFor(x => x.Number).NotEmpty();
}

internal sealed class ApplyVariationHandler(GovernanceDb db, VariationDesk desk, SpecificationVersions versions, GoldenThread thread, Record record, TimeProvider clock)
    : IRequestHandler<ApplyVariation, ApplyVariationResult>
{
    public async Task<ApplyVariationResult> Handle(ApplyVariation command, CancellationToken cancellationToken)
    {
        var variation = await desk.OfAsync(command.Service, command.Number, cancellationToken);
        var proposal = VariationProposal.FromJson(variation.Proposal);
        var now = await desk.InForceAsync(command.Service, cancellationToken);
        variation.ClosedAt = clock.GetUtcNow();
        if (Proposals.Overtaken(now.Document, proposal) is { Count: > 0 } overtaken)
        {
            variation.State = VariationState.Overtaken;
            await record.AddAsync(new Fact("variation-overtaken", $"variation/{variation.Number}", "Overtaken: the version in force has changed where it would change it")
            {
                Process = VariationDesk.Process, InstanceKey = variation.Number, After = new { pieces = overtaken, inForce = now.Specification.RevisionHash },
            }, cancellationToken);
            return new ApplyVariationResult.Overtaken(overtaken);
        }

        var change = await versions.PutInForceAsync(command.Service, Proposals.Apply(now.Document, proposal), VersionStep.Minor,
            London.DateOf(clock.GetUtcNow()), new(VariationDesk.Process, variation.Number), cancellationToken);
        await record.AddAsync(change.Fact, cancellationToken);
        var version = SpecificationFile.VersionName(change.Specification);
        (variation.State, variation.ProducedVersion, variation.ProducedSpecificationId) = (VariationState.Applied, version, change.Specification.Id);
        variation.InForceFrom = change.Specification.InForceFrom;
        db.VariationSections.AddRange(Proposals.Sections(now.Document, proposal).Select(x => new VariationSection { Service = command.Service, Number = variation.Number, Section = x }));
        await thread.TieAsync(command.Service, ThreadEnd.Variation(variation.Number), ThreadEnd.Version(version), "became", cancellationToken);
        await record.AddAsync(new Fact("variation-applied", $"variation/{variation.Number}", $"In force as version {version}")
        {
            Process = VariationDesk.Process, InstanceKey = variation.Number, After = new { version, hash = change.Specification.RevisionHash, variation.InForceFrom },
        }, cancellationToken);
        return new ApplyVariationResult.Applied(version);
    }
}
