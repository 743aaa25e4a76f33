using LraGovernance.Pipeline;
using LraGovernance.Reports;

namespace LraGovernance.Web.Rehearsal.Acts;

/// <summary>The head of service writes the part-year update or the annual report: one passage for each kind of fact that there is.</summary>
internal sealed class DraftReportAct(Commands commands) : IScriptedAct
{
    public string Name => "draft-report";

    public async Task<object> PerformAsync(Part part, CancellationToken cancellationToken)
    {
        var task = part.Due.Task!;
        var view = await commands.SendAsync(new ReadReportTask(task.Id), part.Actor, cancellationToken)
            ?? throw new InvalidOperationException("The author cannot see the report.");
        List<DraftSentence> sentences = [new("What was achieved", part.Act.Text!, [.. view.Facts.Figures.Where(x => x.Rating == "Green").Select(x => $"indicator/{x.Reference}")])];
        Add("Out of tolerance", "These matters were out of tolerance and were taken up.", view.Facts.Exceptions);
        Add("Changes to the specification", "These changes were raised in the year.", view.Facts.Variations);
        Add("Decisions", "The Strategic Board decided these matters.", view.Facts.Decisions);
        return await commands.SendAsync(new DraftReport(part.Id(), task.Service, task.Id, sentences), part.Actor, cancellationToken);

        void Add(string section, string text, IReadOnlyList<CitedFact> facts)
        {
            if (facts.Count > 0)
            {
                sentences.Add(new(section, text, [.. facts.Select(x => x.Cite)]));
            }
        }
    }
}

/// <summary>The commissioner accepts the annual report; with a text, returns it.</summary>
internal sealed class ReviewReportAct(Commands commands) : IScriptedAct
{
    public string Name => "review-report";

    public async Task<object> PerformAsync(Part part, CancellationToken cancellationToken) => await commands.SendAsync(
        new ReviewReport(part.Id(), part.Due.Service, part.Due.Task!.Id, part.Act.Text is null, part.Act.Text), part.Actor, cancellationToken);
}
