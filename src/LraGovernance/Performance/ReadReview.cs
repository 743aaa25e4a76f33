using LraGovernance.Calendar;
using LraGovernance.Data;
using LraGovernance.Pipeline;
using LraGovernance.Specifications;
using LraGovernance.Tasks;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace LraGovernance.Performance;

/// <summary>The figures of a round for whoever reviews it or answers for it: not public yet. Null for anybody else.</summary>
[KnownPerson]
public sealed record ReadReview(Guid TaskId) : IQuery<ReviewView?>;

/// <param name="QuestionedOnly">The person answers questions: only what is questioned of their figures is shown.</param>
public sealed record ReviewView(Period Month, bool QuestionedOnly, IReadOnlyList<ReviewLine> Lines);

/// <param name="Breaches">The tolerances breached, in words.</param>
public sealed record ReviewLine(
    Indicator Indicator, Period Period, decimal? Value, decimal? Before, Rating Rating, Travel Travel, string? Comment, IReadOnlyList<string> Breaches, string? Question, string? Answer);

internal sealed class ReadReviewHandler(GovernanceDb db, TaskDesk tasks, ReturnDesk desk, KnownFile file, TimeProvider clock) : IRequestHandler<ReadReview, ReviewView?>
{
    public async Task<ReviewView?> Handle(ReadReview request, CancellationToken cancellationToken)
    {
        var task = await db.Tasks.AsNoTracking().Include(x => x.Assignees).SingleOrDefaultAsync(x => x.Id == request.TaskId, cancellationToken);
        if (task is null || task.Kind is not (ReviewPerformanceHandler.TaskKind or AnswerFiguresHandler.TaskKind) || tasks.Refusal(task) is not null)
        {
            return null;
        }

        var answers = task.Kind == AnswerFiguresHandler.TaskKind;
        var known = await file.AtAsync(task.Service, clock.GetUtcNow(), cancellationToken);
        var asked = await desk.OfRoundAsync(task.Service, task.InstanceKey, answers, cancellationToken);
        return new(Period.Parse(task.InstanceKey), answers, [.. asked.Where(x => !answers || (x.Asked.Question is not null && x.Asked.Answer is null)).Select(x => Line(known, x))]);
    }

    private static ReviewLine Line(Known known, AskedView x)
    {
        var (reference, period) = (x.Asked.Reference, Period.Parse(x.Asked.Period));
        return new(
            x.Indicator, period, known.Value(reference, period), known.Value(reference, period.Previous), known.Rating(reference, period), known.Travel(reference, period),
            known.Statement(reference, period)?.Comment,
            [.. OutOfTolerance.In(x.Indicator, period, p => known.Value(reference, p)).Select(b => SpecificationWords.Of(x.Indicator.Tolerances.First(t => t.Kind == b.Kind)))],
            x.Asked.Question, x.Asked.Answer);
    }
}
