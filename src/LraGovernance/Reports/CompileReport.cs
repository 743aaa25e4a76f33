using FluentValidation;
using LraGovernance.Audit;
using LraGovernance.Calendar;
using LraGovernance.Data;
using LraGovernance.Pipeline;
using LraGovernance.Running;
using MediatR;

namespace LraGovernance.Reports;

/// <summary>Compiles a report of a year from the record: published figures with their ratings, exceptions, variations, decisions, outcomes .</summary>
[SystemOnly]
public sealed record CompileReport(Guid CommandId, string Service, string FinancialYear, string Kind, string Process) : IStepCommand<CompileReport, CompileReportResult>
{
    public static CompileReport From(StepOrigin origin) => new(origin.CommandId, origin.Service, origin.InstanceKey, (string?)origin.Input["report"] ?? "", origin.Process);
}

public abstract record CompileReportResult
{
    public sealed record Compiled : CompileReportResult;
}

internal sealed class CompileReportValidator : AbstractValidator<CompileReport>
{
    public CompileReportValidator()
    {
        RuleFor(x => x.Kind).Must(x => x is ReportFile.PartYear or ReportFile.Annual);
        RuleFor(x => x.FinancialYear).Must(x => FinancialYear.TryParse(x, out _));
    }
}

internal sealed class CompileReportHandler(GovernanceDb db, ReportEvidence evidence, Record record, TimeProvider clock)
    : IRequestHandler<CompileReport, CompileReportResult>
{
    public async Task<CompileReportResult> Handle(CompileReport command, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        var facts = await evidence.CollectAsync(command.Service, FinancialYear.Parse(command.FinancialYear), command.Kind == ReportFile.Annual, now, cancellationToken);
        db.Reports.Add(new Report
        {
            Service = command.Service, Kind = command.Kind, FinancialYear = command.FinancialYear, State = ReportState.Compiled, Facts = facts.ToJson(), CompiledAt = now,
        });
        await record.AddAsync(new Fact("report-compiled", $"{command.Kind}/{command.FinancialYear}", $"{ReportFile.TitleOf(command.Kind, command.FinancialYear)}: compiled from the record")
        {
            Process = command.Process, InstanceKey = command.FinancialYear,
            After = new { facts = CanonicalJson.Hash(facts.ToJson()), figures = facts.Figures.Count, exceptions = facts.Exceptions.Count, variations = facts.Variations.Count, decisions = facts.Decisions.Count },
        }, cancellationToken);
        return new CompileReportResult.Compiled();
    }
}
