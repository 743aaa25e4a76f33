using LraGovernance.Audit;
using LraGovernance.Data;
using LraGovernance.Pipeline;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace LraGovernance.Escalations;

/// <summary>An exception with its story, as the record tells it.</summary>
[KnownPerson]
public sealed record ReadException(string Service, string Number) : IQuery<ExceptionView?>;

/// <param name="Story">What happened, oldest first: when, and in words.</param>
public sealed record ExceptionView(ExceptionCase Case, string Handling, IReadOnlyList<PlannedAction> Actions, IReadOnlyList<StoryLine> Story);

internal sealed class ReadExceptionHandler(GovernanceDb db) : IRequestHandler<ReadException, ExceptionView?>
{
    public async Task<ExceptionView?> Handle(ReadException request, CancellationToken cancellationToken)
    {
        if (await db.Exceptions.AsNoTracking().SingleOrDefaultAsync(x => x.Service == request.Service && x.Number == request.Number, cancellationToken) is not { } one)
        {
            return null;
        }

        return new(one, ExceptionPaper.Words(one.Handling), ExceptionPaper.Actions(one), await Story.OfAsync(db, request.Service, $"exception/{one.Number}", cancellationToken));
    }
}
