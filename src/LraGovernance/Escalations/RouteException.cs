using System.Text.Json.Nodes;
using FluentValidation;
using LraGovernance.Pipeline;
using LraGovernance.Running;
using MediatR;

namespace LraGovernance.Escalations;

/// <summary>Where an exception goes first: its tolerance says.</summary>
[SystemOnly, Unrecorded("where it goes first stands in the entry that raised it")]
public sealed record RouteException(Guid CommandId, string Service, string Number) : IStepCommand<RouteException, RouteExceptionResult>
{
    public static RouteException From(StepOrigin origin) => new(origin.CommandId, origin.Service, origin.InstanceKey);
}

public abstract record RouteExceptionResult
{
    /// <summary>To the senior management team, and up after so many working days.</summary>
    public sealed record ToSenior(int UpAfterWorkingDays) : RouteExceptionResult, IStepResult
    {
        public JsonNode ForTheProcess() => JsonValue.Create(UpAfterWorkingDays);
    }

    public sealed record ToBoard : RouteExceptionResult;
}

internal sealed class RouteExceptionValidator : AbstractValidator<RouteException>
{
    public RouteExceptionValidator() => RuleFor(x => x.Number).NotEmpty();
}

internal sealed class RouteExceptionHandler(ExceptionDesk desk) : IRequestHandler<RouteException, RouteExceptionResult>
{
    public async Task<RouteExceptionResult> Handle(RouteException command, CancellationToken cancellationToken)
    {
        var one = await desk.OfAsync(command.Service, command.Number, cancellationToken);
        return one.StraightToBoard ? new RouteExceptionResult.ToBoard() : new RouteExceptionResult.ToSenior(one.UpAfterWorkingDays);
    }
}
