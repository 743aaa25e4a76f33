using FluentValidation;
using LraGovernance.Audit;
using LraGovernance.Calendar;
using LraGovernance.Pipeline;
using LraGovernance.Running;
using MediatR;

namespace LraGovernance.Specifications;

/// <summary>The published text comes into force as the next major version, and the one before it ends .</summary>
[SystemOnly]
public sealed record BringIntoForce(Guid CommandId, string Service, string FinancialYear) : IStepCommand<BringIntoForce, BringIntoForceResult>
{
    public static BringIntoForce From(StepOrigin origin) => new(origin.CommandId, origin.Service, origin.InstanceKey);
}

public abstract record BringIntoForceResult
{
    public sealed record InForce : BringIntoForceResult;
}

internal sealed class BringIntoForceValidator : AbstractValidator<BringIntoForce>
{
    public BringIntoForceValidator() => RuleFor(x => x.FinancialYear).NotEmpty();
}

internal sealed class BringIntoForceHandler(SpecificationFile file, SpecificationVersions versions, Record record) : IRequestHandler<BringIntoForce, BringIntoForceResult>
{
    public async Task<BringIntoForceResult> Handle(BringIntoForce command, CancellationToken cancellationToken)
    {
        var specification = await file.OfAsync(command.Service, command.FinancialYear, cancellationToken);
        var change = await versions.PutInForceAsync(
            specification, VersionStep.Major, FinancialYear.Parse(command.FinancialYear).First, new("specification-refresh", command.FinancialYear), cancellationToken);
        await record.AddAsync(change.Fact, cancellationToken);
        return new BringIntoForceResult.InForce();
    }
}
