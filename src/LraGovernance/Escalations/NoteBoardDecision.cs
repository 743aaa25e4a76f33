using FluentValidation;
using LraGovernance.Data;
using LraGovernance.Decisions;
using LraGovernance.Pipeline;
using LraGovernance.Running;
using LraGovernance.Thread;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace LraGovernance.Escalations;

/// <summary>The Board has decided on an exception: its response stands with the case.</summary>
[SystemOnly]
public sealed record NoteBoardDecision(Guid CommandId, string Service, string Number) : IStepCommand<NoteBoardDecision, NoteBoardDecisionResult>
{
    public static NoteBoardDecision From(StepOrigin origin) => new(origin.CommandId, origin.Service, origin.InstanceKey);
}

public abstract record NoteBoardDecisionResult
{
    public sealed record AcceptPlan : NoteBoardDecisionResult;

    public sealed record RequireAction : NoteBoardDecisionResult;

    public sealed record VarySpecification : NoteBoardDecisionResult;

    public sealed record ReviewFunding : NoteBoardDecisionResult;
}

internal sealed class NoteBoardDecisionValidator : AbstractValidator<NoteBoardDecision>
{
    public NoteBoardDecisionValidator() => RuleFor(x => x.Number).NotEmpty();
}

internal sealed class NoteBoardDecisionHandler(GovernanceDb db, ExceptionDesk desk, GoldenThread thread, TimeProvider clock) : IRequestHandler<NoteBoardDecision, NoteBoardDecisionResult>
{
    public async Task<NoteBoardDecisionResult> Handle(NoteBoardDecision command, CancellationToken cancellationToken)
    {
        var one = await desk.OfAsync(command.Service, command.Number, cancellationToken);
        var request = await db.DecisionRequests.AsNoTracking().Where(x => x.Service == command.Service && x.PaperKind == ExceptionDesk.Kind && x.PaperKey == command.Number && x.State == RequestState.Decided)
            .OrderByDescending(x => x.ClosedAt).FirstAsync(cancellationToken);
        var reasons = await db.Answers.AsNoTracking().Where(x => x.RequestId == request.Id && x.SupersededAt == null && x.Option == request.Outcome && x.Reason != null)
            .OrderBy(x => x.At).Select(x => x.Reason!).ToListAsync(cancellationToken);
        (one.BoardDecision, one.BoardReasons, one.BoardDecidedAt) = (request.Outcome, string.Join('\n', reasons), clock.GetUtcNow());
        await thread.TieAsync(command.Service, ThreadEnd.Exception(one.Number), ThreadEnd.Decision(request.Id), "decided by", cancellationToken);
        await desk.RecordAsync(one, "exception-decided", $"The Strategic Board decides: {OptionWords.Of(request.Outcome!).ToLowerInvariant()}", new { decision = request.Outcome, request = request.Id }, cancellationToken);
        return request.Outcome switch
        {
            ExceptionRules.AcceptPlan => new NoteBoardDecisionResult.AcceptPlan(),
            ExceptionRules.RequireAction => new NoteBoardDecisionResult.RequireAction(),
            ExceptionRules.VarySpecification => new NoteBoardDecisionResult.VarySpecification(),
            ExceptionRules.ReviewFunding => new NoteBoardDecisionResult.ReviewFunding(),
            var other => throw new InvalidOperationException($"The Board decided '{other}' on {one.Number}."),
        };
    }
}
