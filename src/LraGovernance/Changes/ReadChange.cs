using LraGovernance.Audit;
using LraGovernance.Data;
using LraGovernance.Equality;
using LraGovernance.FormalDecisions;
using LraGovernance.Pipeline;
using LraGovernance.Variations;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace LraGovernance.Changes;

/// <summary>A change with what it would change, what it does to money and equality, who decided, and what became of it.</summary>
[KnownPerson]
public sealed record ReadChange(string Service, string Number) : IQuery<ChangeView?>;

/// <param name="Change">The change.</param>
/// <param name="Variation">The variation that it came from, with the proposal.</param>
/// <param name="Equality">Its equality impact assessment; null until it is opened.</param>
/// <param name="Formal">The formal decision; null where none is asked for.</param>
/// <param name="Story">What happened, oldest first.</param>
public sealed record ChangeView(ChangeCase Change, VariationView Variation, EqualityAssessment? Equality, FormalDecision? Formal, IReadOnlyList<StoryLine> Story);

internal sealed class ReadChangeHandler(GovernanceDb db, IMediator mediator) : IRequestHandler<ReadChange, ChangeView?>
{
    public async Task<ChangeView?> Handle(ReadChange request, CancellationToken cancellationToken)
    {
        if (await db.Changes.AsNoTracking().SingleOrDefaultAsync(x => x.Service == request.Service && x.Number == request.Number, cancellationToken) is not { } change)
        {
            return null;
        }

        return new(
            change, (await mediator.Send(new ReadVariation(change.Service, change.Variation), cancellationToken))!,
            await db.EqualityAssessments.AsNoTracking().SingleOrDefaultAsync(x => x.Service == change.Service && x.CaseNumber == change.Number, cancellationToken),
            await db.FormalDecisions.AsNoTracking().Where(x => x.Service == change.Service && x.PaperKind == ChangeDesk.Kind && x.PaperKey == change.Number).OrderByDescending(x => x.NoticeFrom).FirstOrDefaultAsync(cancellationToken),
            await Story.OfAsync(db, change.Service, $"change/{change.Number}", cancellationToken));
    }
}
