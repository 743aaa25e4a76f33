using LraGovernance.Audit;
using LraGovernance.Data;
using LraGovernance.Pipeline;
using LraGovernance.Specifications;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace LraGovernance.Variations;

/// <summary>A variation with what it would change, how both sides answered, who agreed, and what became of it .</summary>
[KnownPerson]
public sealed record ReadVariation(string Service, string Number) : IQuery<VariationView?>;

/// <param name="Variation">The variation.</param>
/// <param name="Difference">What it changes in the version that it starts from.</param>
/// <param name="Objectives">The overarching objectives of that version, which the first test is about .</param>
/// <param name="Effect">What it does to the agreed budget, in pounds, as the figures say.</param>
/// <param name="Assessments">How the sides answered so far, the council's first.</param>
/// <param name="Agreements">Who agreed or declined so far.</param>
/// <param name="Story">What happened, oldest first.</param>
public sealed record VariationView(
    Variation Variation, SpecificationDifference Difference, IReadOnlyList<Clause> Objectives, decimal Effect, IReadOnlyList<VariationAssessment> Assessments,
    IReadOnlyList<VariationAgreement> Agreements, IReadOnlyList<StoryLine> Story)
{
    /// <summary>It is open, and has not been moved up yet.</summary>
    public bool CanMoveUp => VariationDesk.Open.Contains(Variation.State) && Variation.MovedUpAt is null;

    public VariationProposal Proposal => VariationProposal.FromJson(Variation.Proposal);
}

internal sealed class ReadVariationHandler(GovernanceDb db, VariationDesk desk, SpecificationVersions versions) : IRequestHandler<ReadVariation, VariationView?>
{
    public async Task<VariationView?> Handle(ReadVariation request, CancellationToken cancellationToken)
    {
        if (await db.Variations.AsNoTracking().SingleOrDefaultAsync(x => x.Service == request.Service && x.Number == request.Number, cancellationToken) is not { } variation)
        {
            return null;
        }

        var before = await versions.TextAsync(variation.Service, variation.BasedOnHash, cancellationToken);
        var proposal = VariationProposal.FromJson(variation.Proposal);
        var agreements = await db.VariationAgreements.AsNoTracking().Where(x => x.Service == variation.Service && x.Number == variation.Number).ToListAsync(cancellationToken);
        return new(
            variation, SpecificationDifference.Between(before, Proposals.Apply(before, proposal)), [.. before.Objectives], VariationRules.BudgetEffect(before.Budget, proposal),
            await desk.AssessmentsAsync(variation, cancellationToken), [.. agreements.OrderBy(x => x.At)],
            await Story.OfAsync(db, variation.Service, $"variation/{variation.Number}", cancellationToken));
    }
}
