using FluentValidation;
using LraGovernance.Audit;
using LraGovernance.Data;
using LraGovernance.Pipeline;
using LraGovernance.Tasks;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace LraGovernance.Reports;

/// <summary>The commissioner accepts the annual report or returns it with reasons (R-137).</summary>
[KnownPerson]
public sealed record ReviewReport(Guid CommandId, string Service, Guid TaskId, bool? Accepted, string? Reason) : ICommand<ReviewReportResult>;

public abstract record ReviewReportResult
{
    public sealed record Reviewed(bool Accepted) : ReviewReportResult;

    public sealed record Refused(TaskCompletion Why) : ReviewReportResult;
}

internal sealed class ReviewReportValidator : AbstractValidator<ReviewReport>
{
    public ReviewReportValidator()
    {
        RuleFor(x => x.Accepted).NotNull().WithMessage("Select whether you accept the report");
        RuleFor(x => x.Reason).Written("Enter what has to change").When(x => x.Accepted == false);
        RuleFor(x => x.Reason).AtMost(4_000, "What has to change");
    }
}

internal sealed class ReviewReportHandler(GovernanceDb db, TaskDesk tasks, ReportFile file, Record record, Caller caller) : IRequestHandler<ReviewReport, ReviewReportResult>
{
    internal const string TaskKind = "review-report", Accepted = "Accepted", Returned = "Returned";

    public async Task<ReviewReportResult> Handle(ReviewReport command, CancellationToken cancellationToken)
    {
        var task = await db.Tasks.AsNoTracking().Include(x => x.Assignees).SingleOrDefaultAsync(x => x.Id == command.TaskId && x.Kind == TaskKind, cancellationToken);
        if (tasks.Refusal(task) is { } refusal)
        {
            return new ReviewReportResult.Refused(refusal);
        }

        var accepted = command.Accepted == true;
        var report = await file.OfAsync(task!.Service, ReportFile.Annual, task.InstanceKey, cancellationToken);
        (report.State, report.ReturnedBecause) = accepted ? (ReportState.Accepted, null) : (ReportState.Returned, command.Reason!.Trim());
        await tasks.CompleteAsync(task.Id, accepted ? Accepted : Returned, cancellationToken);
        await record.AddAsync(new Fact("report-reviewed", $"{report.Kind}/{report.FinancialYear}", $"{ReportFile.TitleOf(report.Kind, report.FinancialYear)}: {(accepted ? "accepted" : "returned")}")
        {
            Process = task.Process, InstanceKey = task.InstanceKey, After = new { accepted, hash = report.Hash },
            Personal = accepted ? [] : [new("reason", caller.Actor.PersonId!.Value, command.Reason!.Trim())],
        }, cancellationToken);
        return new ReviewReportResult.Reviewed(accepted);
    }
}
