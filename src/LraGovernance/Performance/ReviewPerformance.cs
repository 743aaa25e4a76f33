using FluentValidation;
using LraGovernance.Audit;
using LraGovernance.Calendar;
using LraGovernance.Data;
using LraGovernance.Pipeline;
using LraGovernance.Tasks;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace LraGovernance.Performance;

/// <summary>The commissioner's monthly review (R-096, R-097): the figures are accepted, or some are questioned with their reporters.</summary>
[KnownPerson]
public sealed record ReviewPerformance(Guid CommandId, string Service, Guid TaskId, bool? Accepted, IReadOnlyList<FigureQuestion> Questions) : ICommand<ReviewPerformanceResult>;

public sealed record FigureQuestion(string Reference, string? Text);

public abstract record ReviewPerformanceResult
{
    public sealed record Reviewed(bool Accepted) : ReviewPerformanceResult;

    public sealed record Refused(TaskCompletion Why) : ReviewPerformanceResult;
}

internal sealed class ReviewPerformanceValidator : AbstractValidator<ReviewPerformance>
{
    public ReviewPerformanceValidator()
    {
        RuleFor(x => x.Accepted).NotNull().WithMessage("Select whether you accept the figures");
        RuleFor(x => x.Questions).Must((x, questions) => x.Accepted != false || questions.Any(q => !TextRules.IsBlank(q.Text))).WithMessage("Enter what you want to know of at least one figure");
        RuleForEach(x => x.Questions).ChildRules(x => x.RuleFor(question => question.Text).AtMost(1_000, "Question"));
    }
}

internal sealed class ReviewPerformanceHandler(GovernanceDb db, TaskDesk tasks, Record record, Caller caller) : IRequestHandler<ReviewPerformance, ReviewPerformanceResult>
{
    internal const string TaskKind = "review-performance";

    public async Task<ReviewPerformanceResult> Handle(ReviewPerformance command, CancellationToken cancellationToken)
    {
        var task = await db.Tasks.AsNoTracking().SingleOrDefaultAsync(x => x.Id == command.TaskId && x.Kind == TaskKind, cancellationToken);
        var accepted = command.Accepted == true;
        var completion = task is null ? TaskCompletion.NotFound : await tasks.CompleteAsync(command.TaskId, accepted ? "Accepted" : "Questioned", cancellationToken);
        if (completion != TaskCompletion.Done)
        {
            return new ReviewPerformanceResult.Refused(completion);
        }

        var questions = accepted ? [] : command.Questions.Where(x => !TextRules.IsBlank(x.Text)).ToList();
        var asked = await db.AskedFigures.Where(x => x.Service == command.Service && x.Month == task!.InstanceKey).ToDictionaryAsync(x => x.Reference, cancellationToken);
        foreach (var question in questions)
        {
            (asked[question.Reference].Question, asked[question.Reference].Answer) = (question.Text!.Trim(), null);
        }

        await record.AddAsync(new Fact("performance-reviewed", $"round/{task!.InstanceKey}",
            $"Figures for {Period.Parse(task.InstanceKey).InWords}: {(accepted ? "accepted" : $"{questions.Count} questioned")}")
        {
            Process = task.Process, InstanceKey = task.InstanceKey, After = new { accepted, questioned = questions.Select(x => x.Reference) },
            Personal = [.. questions.Select(x => new PersonalText($"question {x.Reference}", caller.Actor.PersonId!.Value, x.Text!.Trim()))],
        }, cancellationToken);
        return new ReviewPerformanceResult.Reviewed(accepted);
    }
}
