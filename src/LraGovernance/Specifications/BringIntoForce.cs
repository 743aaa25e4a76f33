using FluentValidation;
using LraGovernance.Audit;
using LraGovernance.Calendar;
using LraGovernance.Data;
using LraGovernance.Pipeline;
using LraGovernance.Running;
using MediatR;
using Microsoft.EntityFrameworkCore;

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

internal sealed class BringIntoForceHandler(GovernanceDb db, SpecificationFile file, Record record) : IRequestHandler<BringIntoForce, BringIntoForceResult>
{
    public async Task<BringIntoForceResult> Handle(BringIntoForce command, CancellationToken cancellationToken)
    {
        var specification = await file.OfAsync(command.Service, command.FinancialYear, cancellationToken);
        var from = FinancialYear.Parse(command.FinancialYear).First;
        var before = await db.Specifications.SingleOrDefaultAsync(x => x.Service == command.Service && x.State == SpecificationState.InForce, cancellationToken);
        if (before is not null)
        {
            before.State = SpecificationState.Superseded;
            before.InForceUntil = from.AddDays(-1);
        }

        specification.Major = (before?.Major ?? 0) + 1;
        specification.State = SpecificationState.InForce;
        specification.InForceFrom = from;
        await record.AddAsync(new Fact("version-in-force", $"specification/{specification.Id}", $"{specification.Title}: version {specification.Major}.0")
        {
            Process = "specification-refresh", InstanceKey = command.FinancialYear,
            Before = before is null ? null : new { specification = before.Id, hash = before.RevisionHash },
            After = new { version = $"{specification.Major}.0", inForceFrom = from, hash = specification.RevisionHash },
        }, cancellationToken);
        return new BringIntoForceResult.InForce();
    }
}
