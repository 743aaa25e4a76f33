using FluentValidation;
using LraGovernance.Audit;
using LraGovernance.Calendar;
using LraGovernance.Data;
using LraGovernance.Packs;
using LraGovernance.Pipeline;
using LraGovernance.Running;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace LraGovernance.Specifications;

/// <summary>
/// Opens the draft for a financial year with its evidence: from the version in force, or in the first year from
/// the pack's proposal.
/// </summary>
[SystemOnly]
public sealed record OpenSpecification(Guid CommandId, string Service, string FinancialYear, Guid InstanceId)
    : IStepCommand<OpenSpecification, OpenSpecificationResult>
{
    public static OpenSpecification From(StepOrigin origin) => new(origin.CommandId, origin.Service, origin.InstanceKey, origin.InstanceId);
}

public abstract record OpenSpecificationResult
{
    public sealed record Opened(Guid SpecificationId) : OpenSpecificationResult;
}

internal sealed class OpenSpecificationValidator : AbstractValidator<OpenSpecification>
{
    public OpenSpecificationValidator() => RuleFor(x => x.FinancialYear).NotEmpty();
}

internal sealed class OpenSpecificationHandler(GovernanceDb db, PackFolder packs, LastYear lastYear, Record record, Randomness randomness, TimeProvider clock)
    : IRequestHandler<OpenSpecification, OpenSpecificationResult>
{
    public async Task<OpenSpecificationResult> Handle(OpenSpecification command, CancellationToken cancellationToken)
    {
        var service = await db.Services.AsNoTracking().SingleAsync(x => x.Key == command.Service, cancellationToken);
        var pack = packs.Open(service.Pack);
        var year = FinancialYear.Parse(command.FinancialYear);
        var inForce = await db.Specifications.AsNoTracking().SingleOrDefaultAsync(
            x => x.Service == command.Service && x.State == SpecificationState.InForce, cancellationToken);
        var proposal = inForce is null ? PackSpecification.Read(pack) : SpecificationDocument.FromJson(
            (await db.SpecificationRevisions.AsNoTracking().SingleAsync(x => x.SpecificationId == inForce.Id && x.Number == inForce.Revision, cancellationToken)).Json);
        var document = proposal with
        {
            FinancialYear = year.ToString(), Title = $"Service specification for {service.Name} {year.InWords}",
        };

        var specification = new Specification
        {
            Id = randomness.Id("specification", $"{command.InstanceId}"), Service = command.Service, FinancialYear = year.ToString(),
            Title = document.Title, State = SpecificationState.Drafting, Frame = (document with { Clauses = [] }).ToJson(), OpenedAt = clock.GetUtcNow(),
            StartedFrom = inForce?.RevisionHash,
        };
        db.Specifications.Add(specification);
        db.DraftClauses.AddRange(document.Clauses.Select((clause, position) => DraftClause.Of(specification.Id, clause, position)));
        var lastReport = await lastYear.ReadAsync(command.Service, cancellationToken);
        db.Evidence.AddRange(PackEvidence.Read(pack).Select(x => new EvidenceItem
        {
            SpecificationId = specification.Id, Kind = x.Key, Title = x.Title,
            Text = x.Key == PackEvidence.LastYear && lastReport is not null ? lastReport.Text : x.Whole,
            Source = x.Key == PackEvidence.LastYear && lastReport is not null ? lastReport.Source : x.Source,
        }));
        await record.AddAsync(new Fact("specification-opened", $"specification/{specification.Id}", $"{specification.Title}: draft opened")
        {
            Process = "specification-refresh", InstanceKey = command.FinancialYear,
            After = new { clauses = document.Clauses.Count, basedOn = inForce?.RevisionHash, evidence = PackEvidence.Read(pack).Select(x => x.Key) },
        }, cancellationToken);
        return new OpenSpecificationResult.Opened(specification.Id);
    }
}
