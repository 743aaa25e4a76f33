using FluentValidation;
using FluentValidation.Results;
using LraGovernance.Audit;
using LraGovernance.Calendar;
using LraGovernance.Data;
using LraGovernance.Pipeline;
using LraGovernance.Running;
using LraGovernance.Tasks;
using MediatR;

namespace LraGovernance.Performance;

/// <summary>A reporter answers what the commissioner asks of figures, and restates those that were wrong.</summary>
[KnownPerson]
public sealed record AnswerFigures(Guid CommandId, string Service, Guid TaskId, IReadOnlyList<FigureAnswer> Answers) : ICommand<AnswerFiguresResult>;

/// <param name="Value">The right figure where it is another; empty where it stands.</param>
/// <param name="IsSure">The reporter has been asked whether a figure outside its plausible range is right, and says that it is.</param>
public sealed record FigureAnswer(string Reference, string? Text, string? Value, bool IsSure = false);

public abstract record AnswerFiguresResult
{
    public sealed record Answered : AnswerFiguresResult;

    /// <summary>Figures outside their plausible range: nothing is stored until the reporter has said that they are right.</summary>
    public sealed record Questioned(IReadOnlyList<string> References) : AnswerFiguresResult, INothingDone;

    public sealed record Refused(TaskCompletion Why) : AnswerFiguresResult;
}

internal sealed class AnswerFiguresValidator : AbstractValidator<AnswerFigures>
{
    public AnswerFiguresValidator()
    {
        RuleForEach(x => x.Answers).ChildRules(x => x.RuleFor(answer => answer.Text).Written("Enter an answer").AtMost(1_000, "Answer"));
        RuleForEach(x => x.Answers).ChildRules(x => x.RuleFor(answer => answer.Value)
            .Must(value => TextRules.IsBlank(value) || Amount.TryParse(value, out _)).WithMessage(answer => $"{answer.Reference} must be a number, like 96.5"));
    }
}

internal sealed class AnswerFiguresHandler(GovernanceDb db, ReturnDesk desk, TaskDesk tasks, FigureBook book, Record record, Caller caller)
    : IRequestHandler<AnswerFigures, AnswerFiguresResult>
{
    internal const string TaskKind = "answer-figures";

    public async Task<AnswerFiguresResult> Handle(AnswerFigures command, CancellationToken cancellationToken)
    {
        var asked = await desk.OfTaskAsync(command.TaskId, TaskKind, cancellationToken);
        RequireAll(asked ?? [], command.Answers);
        if (Doubtful(asked ?? [], command.Answers) is { Count: > 0 } doubtful)
        {
            return new AnswerFiguresResult.Questioned(doubtful);
        }

        var completion = asked is null ? await desk.RefusalAsync(command.TaskId, cancellationToken) : await tasks.CompleteAsync(command.TaskId, Outcomes.Done, cancellationToken);
        if (completion != TaskCompletion.Done)
        {
            return new AnswerFiguresResult.Refused(completion);
        }

        foreach (var answer in command.Answers)
        {
            var one = asked!.Single(x => x.Asked.Reference == answer.Reference).Asked;
            db.Attach(one).Entity.Answer = answer.Text!.Trim();
            if (!TextRules.IsBlank(answer.Value))
            {
                await book.SubmitAsync(command.Service, one.Reference, Period.Parse(one.Period), Amount.Parse(answer.Value), null, answer.Text, cancellationToken);
                one.State = AskedState.Submitted; // it may have been missing so far
            }

            await record.AddAsync(new Fact("figure-explained", $"figure/{one.Reference}/{one.Period}", $"{one.Reference}: the commissioner's question is answered")
            {
                Process = "kpi-monitoring", InstanceKey = one.Month, After = new { restated = !TextRules.IsBlank(answer.Value) },
                Personal = [new("answer", caller.Actor.PersonId!.Value, answer.Text!.Trim())],
            }, cancellationToken);
        }

        return new AnswerFiguresResult.Answered();
    }

    private static List<string> Doubtful(IReadOnlyList<AskedView> asked, IReadOnlyList<FigureAnswer> answers) =>
    [
        .. answers.Where(x => !x.IsSure && !TextRules.IsBlank(x.Value) && asked.FirstOrDefault(a => a.Asked.Reference == x.Reference) is { } one && !Amount.IsPlausible(one.Indicator, Amount.Parse(x.Value)))
            .Select(x => x.Reference),
    ];

    private static void RequireAll(IReadOnlyList<AskedView> asked, IReadOnlyList<FigureAnswer> answers)
    {
        var open = asked.Where(x => x.Asked is { Question: not null, Answer: null }).Select(x => x.Asked.Reference).Except(answers.Select(x => x.Reference)).ToList();
        if (open.Count > 0)
        {
            throw new ValidationException([.. open.Select(x => new ValidationFailure("Answers", $"Enter an answer about {x}"))]);
        }
    }
}
