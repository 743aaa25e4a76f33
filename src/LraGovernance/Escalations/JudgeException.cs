using FluentValidation;
using LraGovernance.Data;
using LraGovernance.Decisions;
using LraGovernance.Pipeline;
using LraGovernance.Running;
using MediatR;

namespace LraGovernance.Escalations;

/// <summary>Where an exception goes from here, by the rule; and it is put on that way.</summary>
[SystemOnly]
public sealed record JudgeException(Guid CommandId, string Service, string Number) : IStepCommand<JudgeException, JudgeExceptionResult>
{
    public static JudgeException From(StepOrigin origin) => new(origin.CommandId, origin.Service, origin.InstanceKey);
}

public abstract record JudgeExceptionResult
{
    public sealed record Watch : JudgeExceptionResult;

    public sealed record GoesUp : JudgeExceptionResult;

    public sealed record Confirm : JudgeExceptionResult;

    public sealed record Closed : JudgeExceptionResult;
}

internal sealed class JudgeExceptionValidator : AbstractValidator<JudgeException>
{
    public JudgeExceptionValidator() => RuleFor(x => x.Number).NotEmpty();
}

internal sealed class JudgeExceptionHandler(ExceptionDesk desk, ExceptionPaper paper, TimeProvider clock) : IRequestHandler<JudgeException, JudgeExceptionResult>
{
    public async Task<JudgeExceptionResult> Handle(JudgeException command, CancellationToken cancellationToken)
    {
        var one = await desk.OfAsync(command.Service, command.Number, cancellationToken);
        var standing = await desk.StandingAsync(one, cancellationToken);
        var periods = await desk.WatchPeriodsAsync(command.Service, cancellationToken);
        switch (ExceptionRules.Next(standing, periods))
        {
            case ExceptionCourse.Watch:
                one.State = ExceptionState.Watched;
                await desk.RecordAsync(one, "exception-watched", ExceptionStory.Watched(standing.EvaluationsSince, periods), null, cancellationToken);
                return new JudgeExceptionResult.Watch();
            case ExceptionCourse.GoesUp:
                one.State = ExceptionState.WithBoard;
                one.PaperHash = await paper.PutAsync(one, cancellationToken);
                await desk.RecordAsync(one, "exception-escalated", "Goes up to the Strategic Board", new { document = one.PaperHash, handling = one.Handling }, cancellationToken);
                return new JudgeExceptionResult.GoesUp();
            case ExceptionCourse.Confirm:
                return new JudgeExceptionResult.Confirm();
            default:
                (one.State, one.ClosedAt) = (ExceptionState.Closed, clock.GetUtcNow());
                one.Outcome = standing.IsOver ? "Recovered" : one.BoardDecision is { } decision ? OptionWords.Of(decision) : "Over";
                await desk.RecordAsync(one, "exception-closed", $"Closed: {one.Outcome.ToLowerInvariant()}", new { outcome = one.Outcome }, cancellationToken);
                return new JudgeExceptionResult.Closed();
        }
    }
}
