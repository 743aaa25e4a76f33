using System.Diagnostics.CodeAnalysis;
using FluentValidation;
using LraGovernance.Audit;
using LraGovernance.Calendar;
using LraGovernance.Data;
using LraGovernance.Pipeline;
using LraGovernance.Running;
using LraGovernance.Specifications;
using LraGovernance.Thread;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace LraGovernance.Variations;

/// <summary>The Board answers an exception with a variation: it is opened, and the commissioner is asked to write it (004 4.1, 6.3).</summary>
[SystemOnly]
[SuppressMessage("Naming", "CA1711", Justification = "It is raised from an exception of the specification, and is none of C#'s.")]
public sealed record RaiseVariationFromException(Guid CommandId, string Service, string Exception, Guid InstanceId)
    : IStepCommand<RaiseVariationFromException, RaiseVariationFromExceptionResult>
{
    public static RaiseVariationFromException From(StepOrigin origin) => new(origin.CommandId, origin.Service, origin.InstanceKey, origin.InstanceId);
}

public abstract record RaiseVariationFromExceptionResult
{
    public sealed record Raised(string Number) : RaiseVariationFromExceptionResult;
}

internal sealed class RaiseVariationFromExceptionValidator : AbstractValidator<RaiseVariationFromException>
{
    public RaiseVariationFromExceptionValidator() => RuleFor(x => x.Exception).NotEmpty();
}

internal sealed class RaiseVariationFromExceptionHandler(
    GovernanceDb db, VariationDesk desk, CaseNumbers numbers, Instances instances, GoldenThread thread, Record record, TimeProvider clock)
    : IRequestHandler<RaiseVariationFromException, RaiseVariationFromExceptionResult>
{
    public async Task<RaiseVariationFromExceptionResult> Handle(RaiseVariationFromException command, CancellationToken cancellationToken)
    {
        var now = await desk.InForceAsync(command.Service, cancellationToken);
        var at = clock.GetUtcNow();
        var year = FinancialYear.Of(London.DateOf(at));
        var number = await numbers.NextAsync(command.Service, VariationDesk.NumberPrefix, year, cancellationToken);
        db.Variations.Add(new Variation
        {
            Service = command.Service, Number = number, FinancialYear = $"{year}", Title = $"Variation from exception {command.Exception}", RaisedBy = Side.Council, RaisedAt = at,
            Why = $"The Strategic Board asked for it when it decided on exception {command.Exception}.", Impact = "", Proposal = VariationProposal.None.ToJson(),
            BasedOnVersion = SpecificationFile.VersionName(now.Specification), BasedOnHash = now.Specification.RevisionHash!, Exception = command.Exception, State = VariationState.ToBeCompleted,
        });
        await thread.TieAsync(command.Service, ThreadEnd.Exception(command.Exception), ThreadEnd.Variation(number), "answered by", cancellationToken);
        await record.AddAsync(new Fact("variation-raised", $"variation/{number}", $"Raised from exception {command.Exception}")
        {
            Process = VariationDesk.Process, InstanceKey = number, After = new { side = Side.Council, exception = command.Exception },
        }, cancellationToken);
        var parent = await db.Instances.SingleAsync(x => x.Id == command.InstanceId, cancellationToken);
        await instances.StartApartAsync(VariationDesk.Process, number, StimulusRow.Start(null), parent, null, cancellationToken);
        return new RaiseVariationFromExceptionResult.Raised(number);
    }
}
