using FluentValidation;
using LraGovernance.Audit;
using LraGovernance.Data;
using LraGovernance.Pipeline;
using LraGovernance.Running;
using LraGovernance.Tasks;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace LraGovernance.Reports;

/// <summary>The head of service writes the report: sentences, each with the facts that it rests on. The figures are not theirs to write.</summary>
[KnownPerson]
public sealed record DraftReport(Guid CommandId, string Service, Guid TaskId, IReadOnlyList<DraftSentence> Sentences) : ICommand<DraftReportResult>;

public abstract record DraftReportResult
{
    public sealed record Submitted(string Hash) : DraftReportResult;

    /// <summary>A sentence cites what the report does not hold.</summary>
    public sealed record NotAFact(string Cite) : DraftReportResult;

    public sealed record Refused(TaskCompletion Why) : DraftReportResult;
}

internal sealed class DraftReportValidator : AbstractValidator<DraftReport>
{
    public DraftReportValidator()
    {
        RuleFor(x => x.Sentences).Must(x => x.Any(one => !one.IsBlank)).WithMessage("Enter what there is to report");
        RuleForEach(x => x.Sentences).Where(x => !x.IsBlank).ChildRules(x =>
        {
            x.RuleFor(s => s.Section).Written("Enter the heading").AtMost(200, "The heading");
            x.RuleFor(s => s.Text).Written("Enter what there is to report").AtMost(4_000, "The text");
        });
    }
}

internal sealed class DraftReportHandler(GovernanceDb db, TaskDesk tasks, ReportFile file, Record record) : IRequestHandler<DraftReport, DraftReportResult>
{
    internal const string UpdateKind = "complete-update", ReportKind = "draft-report";

    public async Task<DraftReportResult> Handle(DraftReport command, CancellationToken cancellationToken)
    {
        var task = await db.Tasks.AsNoTracking().Include(x => x.Assignees)
            .SingleOrDefaultAsync(x => x.Id == command.TaskId && (x.Kind == UpdateKind || x.Kind == ReportKind), cancellationToken);
        if (tasks.Refusal(task) is { } refusal)
        {
            return new DraftReportResult.Refused(refusal);
        }

        var report = await file.OfAsync(task!.Service, KindOf(task), task.InstanceKey, cancellationToken);
        var citable = ReportFacts.FromJson(report.Facts).Citable.Select(x => x.Cite).ToHashSet();
        var sentences = command.Sentences.Where(x => !x.IsBlank).ToList();
        if (sentences.SelectMany(x => x.Cites).FirstOrDefault(x => !citable.Contains(x)) is { } unknown)
        {
            return new DraftReportResult.NotAFact(unknown);
        }

        var before = report.Hash;
        var hash = await file.DraftAsync(report, sentences, cancellationToken);
        (report.State, report.ReturnedBecause) = (ReportState.Drafted, null);
        await tasks.CompleteAsync(task.Id, Outcomes.Done, cancellationToken);
        await record.AddAsync(new Fact("report-drafted", $"{report.Kind}/{report.FinancialYear}", $"{ReportFile.TitleOf(report.Kind, report.FinancialYear)}: drafted")
        {
            Process = task.Process, InstanceKey = task.InstanceKey, Before = new { hash = before }, After = new { hash, sentences = sentences.Count },
        }, cancellationToken);
        return new DraftReportResult.Submitted(hash);
    }

    internal static string KindOf(WorkTask task) => task.Kind == UpdateKind ? ReportFile.PartYear : ReportFile.Annual;
}
