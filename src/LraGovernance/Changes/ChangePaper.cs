using System.Globalization;
using LraGovernance.Data;
using LraGovernance.Decisions;
using LraGovernance.Equality;
using LraGovernance.Specifications;
using LraGovernance.Variations;

namespace LraGovernance.Changes;

/// <summary>What the Board reads of a change, frozen when it goes there.</summary>
internal sealed class ChangePaper(GovernanceDb db, PaperShelf shelf, ChangeDesk desk, SpecificationVersions versions) : IPaperSource
{
    public string Kind => ChangeDesk.Kind;

    public async Task<PaperToDecide> FindAsync(string service, string instanceKey, CancellationToken cancellationToken)
    {
        var change = await desk.OfAsync(service, instanceKey, cancellationToken);
        return new(Kind, change.Number, change.PaperHash ?? throw new InvalidOperationException($"{change.Number} has not been put to the Board."), $"{change.Number}: {change.Title}", "commissioner");
    }

    public async Task<DecidedMatter?> MatterAsync(DecisionRequest decision, CancellationToken cancellationToken)
    {
        if (await shelf.FindAsync(decision.DocumentHash, cancellationToken) is not { } document)
        {
            return null;
        }

        var change = await desk.OfAsync(decision.Service, decision.PaperKey, cancellationToken);
        return new(document.Title, document.Facts.FirstOrDefault(x => x.Label == CaseDocument.EffectOnBudget)?.Value, change.ProducedVersion is { } version ? $"/specification/{version}" : null);
    }

    internal async Task<string> PutAsync(ChangeCase change, CancellationToken cancellationToken)
    {
        var variation = await desk.VariationOfAsync(change, cancellationToken);
        var now = (await versions.RequireInForceAsync(change.Service, cancellationToken)).Document;
        var proposal = VariationProposal.FromJson(variation.Proposal);
        var equality = await db.EqualityAssessments.FindAsync([change.Service, change.Number], cancellationToken);
        var facts = new List<CaseFact>
        {
            new("Case", change.Number), new("Variation", $"{variation.Number}, moved up: {variation.MovedUpBecause}"),
            new(CaseDocument.EffectOnBudget, $"£{VariationRules.BudgetEffect(now.Budget, proposal).ToString("#,##0", CultureInfo.InvariantCulture)}"),
            new("Looked at again", change.ReviewOn!.Value.ToString("d MMMM yyyy", CultureInfo.GetCultureInfo("en-GB"))),
            new("Formal decision elsewhere", change.NeedsFormalDecision ? "Needed after the Board" : "Not needed"),
        };
        var sections = new List<CaseSection>
        {
            new("Business case", change.BusinessCase), new("What else was considered", change.Options), new("What it does to the money", change.Finance ?? "Not assessed."),
            new("What it does to equality", equality is null ? "Not assessed." : EqualityWords.Summary(equality)), new("How people are told", change.Communication),
        };
        var figures = SpecificationDifference.Between(now, Proposals.Apply(now, proposal)).Figures;
        if (figures.Count > 0)
        {
            sections.Add(new("Figures that change", string.Join('\n', figures.Select(x => $"- {x.Subject}, {x.What}: from {x.Before ?? "none"} to {x.After ?? "none"}"))));
        }

        sections.AddRange(proposal.Clauses.Select(x => new CaseSection($"Clause {x.Clause} as proposed: {x.Heading}", x.Text)));
        var document = new CaseDocument($"{change.Number}: {change.Title}", "The Strategic Board is asked to approve a change to the specification that is not minor.", facts, sections);
        return await shelf.PutAsync(change.Service, Kind, change.Number, document, cancellationToken);
    }
}
