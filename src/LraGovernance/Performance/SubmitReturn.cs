using FluentValidation;
using FluentValidation.Results;
using LraGovernance.Calendar;
using LraGovernance.Data;
using LraGovernance.Pipeline;
using LraGovernance.Running;
using LraGovernance.Specifications;
using LraGovernance.Tasks;
using MediatR;

namespace LraGovernance.Performance;

/// <summary>The figures that one part of the service reports for a round, all at once or none.</summary>
[KnownPerson]
public sealed record SubmitReturn(Guid CommandId, string Service, Guid TaskId, IReadOnlyList<ReturnedFigure> Figures) : ICommand<SubmitReturnResult>;

/// <param name="Value">As it was typed.</param>
/// <param name="IsSure">The reporter has been asked whether a figure outside its plausible range is right, and says that it is.</param>
public sealed record ReturnedFigure(string Reference, string? Value, string? Comment, bool IsSure = false);

public abstract record SubmitReturnResult
{
    public sealed record Submitted(int Figures) : SubmitReturnResult;

    /// <summary>Figures outside their plausible range: nothing is stored until the reporter has said that they are right.</summary>
    public sealed record Questioned(IReadOnlyList<string> References) : SubmitReturnResult, INothingDone;

    public sealed record Refused(TaskCompletion Why) : SubmitReturnResult;
}

internal sealed class SubmitReturnValidator : AbstractValidator<SubmitReturn>
{
    public SubmitReturnValidator()
    {
        RuleFor(x => x.TaskId).NotEmpty();
        RuleForEach(x => x.Figures).ChildRules(x => x.RuleFor(figure => figure.Comment).AtMost(1_000, "Comment"));
        RuleForEach(x => x.Figures).ChildRules(x => x.RuleFor(figure => figure.Value)
            .Must(value => Amount.TryParse(value, out _)).WithMessage(figure => TextRules.IsBlank(figure.Value)
                ? $"Enter a figure for {figure.Reference}" : $"{figure.Reference} must be a number, like 96.5"));
    }
}

internal sealed class SubmitReturnHandler(GovernanceDb db, ReturnDesk desk, TaskDesk tasks, FigureBook book) : IRequestHandler<SubmitReturn, SubmitReturnResult>
{
    internal const string TaskKind = "enter-figures";

    public async Task<SubmitReturnResult> Handle(SubmitReturn command, CancellationToken cancellationToken)
    {
        if (await desk.OfTaskAsync(command.TaskId, TaskKind, cancellationToken) is not { } asked)
        {
            return new SubmitReturnResult.Refused(await desk.RefusalAsync(command.TaskId, cancellationToken));
        }

        var values = command.Figures.ToDictionary(x => x.Reference);
        RequireAll(asked, values);
        var doubtful = asked.Where(x => !values[x.Asked.Reference].IsSure && !Amount.IsPlausible(x.Indicator, Amount.Parse(values[x.Asked.Reference].Value))).Select(x => x.Asked.Reference).ToList();
        if (doubtful.Count > 0)
        {
            return new SubmitReturnResult.Questioned(doubtful);
        }

        var completion = await tasks.CompleteAsync(command.TaskId, Outcomes.Done, cancellationToken);
        if (completion != TaskCompletion.Done)
        {
            return new SubmitReturnResult.Refused(completion);
        }

        foreach (var one in asked)
        {
            var returned = values[one.Asked.Reference];
            await book.SubmitAsync(command.Service, one.Asked.Reference, Period.Parse(one.Asked.Period), Amount.Parse(returned.Value), returned.Comment, null, cancellationToken);
            db.Attach(one.Asked).Entity.State = AskedState.Submitted;
        }

        return new SubmitReturnResult.Submitted(asked.Count);
    }

    private static void RequireAll(IReadOnlyList<AskedView> asked, Dictionary<string, ReturnedFigure> values)
    {
        var slips = asked.Where(x => !values.ContainsKey(x.Asked.Reference)).Select(x => new ValidationFailure("Figures", $"Enter a figure for {x.Asked.Reference}")).ToList();
        if (slips.Count > 0)
        {
            throw new ValidationException(slips);
        }
    }
}
