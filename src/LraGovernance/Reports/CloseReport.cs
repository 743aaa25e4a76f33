using FluentValidation;
using LraGovernance.Audit;
using LraGovernance.Data;
using LraGovernance.Pipeline;
using LraGovernance.Running;
using LraGovernance.Thread;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace LraGovernance.Reports;

/// <summary>The report is final: each sentence is tied to the facts it cites, as the last end of the golden thread.</summary>
[SystemOnly]
public sealed record CloseReport(Guid CommandId, string Service, string FinancialYear, string Process) : IStepCommand<CloseReport, CloseReportResult>
{
    public static CloseReport From(StepOrigin origin) => new(origin.CommandId, origin.Service, origin.InstanceKey, origin.Process);
}

public abstract record CloseReportResult
{
    public sealed record Closed : CloseReportResult;
}

internal sealed class CloseReportValidator : AbstractValidator<CloseReport>
{
    public CloseReportValidator() => RuleFor(x => x.FinancialYear).NotEmpty();
}

internal sealed class CloseReportHandler(GovernanceDb db, ReportFile file, GoldenThread thread, Record record, TimeProvider clock) : IRequestHandler<CloseReport, CloseReportResult>
{
    public async Task<CloseReportResult> Handle(CloseReport command, CancellationToken cancellationToken)
    {
        var report = await file.OfAsync(command.Service, ReportFile.Annual, command.FinancialYear, cancellationToken);
        (report.State, report.PublishedAt) = (ReportState.Published, clock.GetUtcNow());
        var sentences = await db.ReportSentences.AsNoTracking()
            .Where(x => x.Service == command.Service && x.Kind == ReportFile.Annual && x.FinancialYear == command.FinancialYear).ToListAsync(cancellationToken);
        var ties = sentences.SelectMany(sentence => sentence.Cites.Select(cite => (
            From: new ThreadEnd(cite[..cite.IndexOf('/', StringComparison.Ordinal)], cite[(cite.IndexOf('/', StringComparison.Ordinal) + 1)..]),
            To: ThreadEnd.Sentence(command.FinancialYear, $"{sentence.Position}"), "told in"))).ToList();
        foreach (var kind in ties.GroupBy(x => x.From.Kind))
        {
            await thread.TieAllAsync(command.Service, kind.Key, kind, cancellationToken);
        }

        await record.AddAsync(new Fact("report-closed", $"{report.Kind}/{report.FinancialYear}", $"{ReportFile.TitleOf(report.Kind, report.FinancialYear)}: final")
        {
            Process = command.Process, InstanceKey = command.FinancialYear, After = new { hash = report.Hash, cites = ties.Count },
        }, cancellationToken);
        return new CloseReportResult.Closed();
    }
}
