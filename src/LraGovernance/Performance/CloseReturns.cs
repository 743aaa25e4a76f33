using FluentValidation;
using LraGovernance.Audit;
using LraGovernance.Calendar;
using LraGovernance.Data;
using LraGovernance.Pipeline;
using LraGovernance.Running;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace LraGovernance.Performance;

/// <summary>The time for returns is over: what has not come is missing, never zero (clause 16.1).</summary>
[SystemOnly]
public sealed record CloseReturns(Guid CommandId, string Service, string Month) : IStepCommand<CloseReturns, CloseReturnsResult>
{
    public static CloseReturns From(StepOrigin origin) => new(origin.CommandId, origin.Service, origin.InstanceKey);
}

public abstract record CloseReturnsResult
{
    public sealed record Missing(int Figures) : CloseReturnsResult;

    public sealed record Complete : CloseReturnsResult;
}

internal sealed class CloseReturnsValidator : AbstractValidator<CloseReturns>
{
    public CloseReturnsValidator() => RuleFor(x => x.Month).NotEmpty();
}

internal sealed class CloseReturnsHandler(GovernanceDb db, Record record) : IRequestHandler<CloseReturns, CloseReturnsResult>
{
    public async Task<CloseReturnsResult> Handle(CloseReturns command, CancellationToken cancellationToken)
    {
        var late = await db.AskedFigures.Where(x => x.Service == command.Service && x.Month == command.Month && x.State == AskedState.Due)
            .OrderBy(x => x.Reference).ToListAsync(cancellationToken);
        if (late.Count == 0)
        {
            return new CloseReturnsResult.Complete();
        }

        late.ForEach(x => x.State = AskedState.Missing);
        await record.AddAsync(new Fact("figures-missing", $"round/{command.Month}", $"Figures for {Period.Parse(command.Month).InWords}: {late.Count} are missing")
        {
            Process = "kpi-monitoring", InstanceKey = command.Month, After = new { missing = late.Select(x => x.Reference) },
        }, cancellationToken);
        return new CloseReturnsResult.Missing(late.Count);
    }
}
