using FluentValidation;
using LraGovernance.Audit;
using LraGovernance.Packs;
using LraGovernance.Pipeline;
using LraGovernance.Running;
using MediatR;

namespace LraGovernance.Escalations;

/// <summary>Somebody of either side raises a risk or an issue by hand .</summary>
[Roles("senior-manager", "head-of-service", "commissioner")]
public sealed record RaiseException(Guid CommandId, string Service, Matter? Matter, Nature? Nature, string? Title, string? What) : ICommand<RaiseExceptionResult>;

public abstract record RaiseExceptionResult
{
    public sealed record Raised(string Number) : RaiseExceptionResult;
}

internal sealed class RaiseExceptionValidator : AbstractValidator<RaiseException>
{
    public RaiseExceptionValidator()
    {
        RuleFor(x => x.Matter).NotNull().WithMessage("Select whether it is a risk or an issue");
        RuleFor(x => x.Nature).NotNull().WithMessage("Select whether it is about performance or money");
        RuleFor(x => x.Title).Written("Enter what it is, in a few words").AtMost(120, "What it is");
        RuleFor(x => x.What).Written("Enter what has happened, or may happen").AtMost(4_000, "What has happened");
    }
}

internal sealed class RaiseExceptionHandler(ExceptionDesk desk, Instances instances, Settings settings, Caller caller, TimeProvider clock)
    : IRequestHandler<RaiseException, RaiseExceptionResult>
{
    public async Task<RaiseExceptionResult> Handle(RaiseException command, CancellationToken cancellationToken)
    {
        var days = await settings.NumberAsync(command.Service, "exceptionUpAfterWorkingDays", cancellationToken);
        var opened = await desk.OpenAsync(command.Service, number => new ExceptionCase
        {
            Service = command.Service, Number = number, Source = ExceptionSource.ByHand, Matter = command.Matter!.Value, Nature = command.Nature!.Value, Title = command.Title!.Trim(),
            What = command.What!.Trim(), UpAfterWorkingDays = days, State = ExceptionState.WithSenior, RaisedAt = clock.GetUtcNow(), RaisedById = caller.Actor.PersonId,
        }, cancellationToken);
        await desk.RecordAsync(opened, "exception-described", "Described by whoever raised it", null, cancellationToken,
            [new PersonalText("what", caller.Actor.PersonId!.Value, opened.What)]);
        await instances.StartAsync(ExceptionDesk.Process, command.Service, opened.Number, null, cancellationToken);
        return new RaiseExceptionResult.Raised(opened.Number);
    }
}
