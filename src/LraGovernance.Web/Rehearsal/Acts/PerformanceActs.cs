using LraGovernance.Performance;
using LraGovernance.Pipeline;

namespace LraGovernance.Web.Rehearsal.Acts;

/// <summary>A reporter enters the figures that the pack has for the period.</summary>
internal sealed class Return(Commands commands) : IScriptedAct
{
    public string Name => "return";

    public async Task<object> PerformAsync(Part part, CancellationToken cancellationToken)
    {
        var task = part.Due.Task!;
        var asked = await commands.SendAsync(new ReadReturn(task.Id), part.Actor, cancellationToken)
            ?? throw new InvalidOperationException("The reporter cannot see what is asked.");
        var figures = asked.Select(x => new ReturnedFigure(
            x.Indicator.Ref, part.Due.Figures.GetValueOrDefault((x.Indicator.Ref, $"{x.Period}"))
                ?? throw new InvalidOperationException($"The script's figures have none of {x.Indicator.Ref} for {x.Period}."), part.Act.Word(x.Indicator.Ref), IsSure: true)).ToList();
        return await commands.SendAsync(new SubmitReturn(part.Id(), task.Service, task.Id, figures), part.Actor, cancellationToken);
    }
}

/// <summary>The commissioner accepts the figures of a month, or asks about one.</summary>
internal sealed class ReviewPerformanceAct(Commands commands) : IScriptedAct
{
    public string Name => "review-performance";

    public async Task<object> PerformAsync(Part part, CancellationToken cancellationToken)
    {
        var questions = part.Act.Word("about") is { } reference ? [new FigureQuestion(reference, part.Act.Text)] : (FigureQuestion[])[];
        return await commands.SendAsync(new ReviewPerformance(part.Id(), part.Due.Service, part.Due.Task!.Id, questions.Length == 0, questions), part.Actor, cancellationToken);
    }
}

/// <summary>A reporter answers what the commissioner asks of figures.</summary>
internal sealed class AnswerFiguresAct(Commands commands) : IScriptedAct
{
    public string Name => "answer-figures";

    public async Task<object> PerformAsync(Part part, CancellationToken cancellationToken)
    {
        var asked = await commands.SendAsync(new ReadReview(part.Due.Task!.Id), part.Actor, cancellationToken)
            ?? throw new InvalidOperationException("The reporter cannot see the questions.");
        var answers = asked.Lines.Select(x => new FigureAnswer(x.Indicator.Ref, part.Act.Text, null)).ToList();
        return await commands.SendAsync(new AnswerFigures(part.Id(), part.Due.Service, part.Due.Task.Id, answers), part.Actor, cancellationToken);
    }
}

/// <summary>Somebody corrects a figure, or brings one that is missing.</summary>
internal sealed class Restate(Commands commands) : IScriptedAct
{
    public string Name => "restate";

    public async Task<object> PerformAsync(Part part, CancellationToken cancellationToken) => await commands.SendAsync(
        new RestateFigure(part.Id(), part.Due.Service, part.Act.Word("indicator")!, part.Act.Word("period")!, part.Act.Word("value")!, part.Act.Text),
        part.Actor, cancellationToken);
}
