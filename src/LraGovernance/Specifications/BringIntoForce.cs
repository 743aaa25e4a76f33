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

    /// <summary>In force, without what has been agreed since it left drafting: somebody has to say what becomes of that .</summary>
    public sealed record LeavesBehind : BringIntoForceResult;
}

internal sealed class BringIntoForceValidator : AbstractValidator<BringIntoForce>
{
    public BringIntoForceValidator() => RuleFor(x => x.FinancialYear).NotEmpty();
}

internal sealed class BringIntoForceHandler(SpecificationFile file, SpecificationVersions versions, ChangedSince since, Record record) : IRequestHandler<BringIntoForce, BringIntoForceResult>
{
    public async Task<BringIntoForceResult> Handle(BringIntoForce command, CancellationToken cancellationToken)
    {
        var specification = await file.OfAsync(command.Service, command.FinancialYear, cancellationToken);
        var behind = await since.OfAsync(specification, await versions.TextAsync(specification, cancellationToken), cancellationToken);
        var change = await versions.PutInForceAsync(
            specification, VersionStep.Major, FinancialYear.Parse(command.FinancialYear).First, new("specification-refresh", command.FinancialYear), cancellationToken);
        await record.AddAsync(change.Fact, cancellationToken);
        if (behind is null)
        {
            return new BringIntoForceResult.InForce();
        }

        await record.AddAsync(new Fact("changes-left-behind", $"specification/{specification.Id}", $"Version {behind.Version} had changes that this one does not take over")
        {
            Process = "specification-refresh", InstanceKey = command.FinancialYear, After = new { version = behind.Version, pieces = behind.Open },
        }, cancellationToken);
        return new BringIntoForceResult.LeavesBehind();
    }
}
