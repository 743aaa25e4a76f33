using FluentValidation;
using LraGovernance.Data;
using LraGovernance.Decisions;
using LraGovernance.Pipeline;
using LraGovernance.Running;
using LraGovernance.Thread;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace LraGovernance.Changes;

/// <summary>The Board has approved a change: whether that is enough, or the council's constitution wants a formal decision elsewhere (R-043; design section 5).</summary>
[SystemOnly]
public sealed record NoteBoardApproval(Guid CommandId, string Service, string Number) : IStepCommand<NoteBoardApproval, NoteBoardApprovalResult>
{
    public static NoteBoardApproval From(StepOrigin origin) => new(origin.CommandId, origin.Service, origin.InstanceKey);
}

public abstract record NoteBoardApprovalResult
{
    public sealed record Enough : NoteBoardApprovalResult;

    public sealed record FormalDecision : NoteBoardApprovalResult;
}

internal sealed class NoteBoardApprovalValidator : AbstractValidator<NoteBoardApproval>
{
    public NoteBoardApprovalValidator() => RuleFor(x => x.Number).NotEmpty();
}

internal sealed class NoteBoardApprovalHandler(GovernanceDb db, ChangeDesk desk, GoldenThread thread) : IRequestHandler<NoteBoardApproval, NoteBoardApprovalResult>
{
    public async Task<NoteBoardApprovalResult> Handle(NoteBoardApproval command, CancellationToken cancellationToken)
    {
        var change = await desk.OfAsync(command.Service, command.Number, cancellationToken);
        var request = await db.DecisionRequests.AsNoTracking().Where(x => x.Service == command.Service && x.PaperKind == ChangeDesk.Kind && x.PaperKey == change.Number && x.State == RequestState.Decided)
            .OrderByDescending(x => x.ClosedAt).FirstAsync(cancellationToken);
        change.State = change.NeedsFormalDecision ? ChangeState.WithTaker : ChangeState.Agreeing;
        await thread.TieAsync(command.Service, ThreadEnd.Change(change.Number), ThreadEnd.Decision(request.Id), "decided by", cancellationToken);
        await desk.RecordAsync(change, "change-approved", "The Strategic Board approves", new { request = request.Id, formal = change.NeedsFormalDecision }, cancellationToken);
        return change.NeedsFormalDecision ? new NoteBoardApprovalResult.FormalDecision() : new NoteBoardApprovalResult.Enough();
    }
}
