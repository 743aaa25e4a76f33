using LraGovernance.Pipeline;
using LraGovernance.Specifications;
using LraGovernance.Web.Pages.Tasks;
using LraGovernance.Web.Serving;
using Microsoft.AspNetCore.Mvc;

namespace LraGovernance.Web.Pages.Specifications;

/// <summary>A page about the draft that a task is about, for its author or a reviewer.</summary>
internal abstract class DraftTaskPage(Commands commands, Visitor visitor, string kind) : TaskPage(commands, visitor, kind)
{
    public DraftView Draft { get; private set; } = null!;

    protected async Task<IActionResult?> OpenDraftAsync(Guid taskId)
    {
        if (await OpenAsync(taskId) is { } elsewhere)
        {
            return elsewhere;
        }

        if (await SendAsync(new ReadDraft(taskId)) is not { } draft)
        {
            return NotFound();
        }

        Draft = draft;
        return null;
    }

    public Clause? ClauseOf(string? id) => Draft.Document.Clauses.FirstOrDefault(x => x.Id == id);

    public SectionHeading SectionOf(Clause clause) => Draft.Document.Sections.Single(x => x.Key == clause.Section);

    /// <summary>The clause that stands so many places after this one (before it, where negative); null beyond the ends.</summary>
    public Clause? Beside(Clause clause, int places) =>
        Draft.Document.Clauses.ElementAtOrDefault(Draft.Document.Clauses.ToList().IndexOf(clause) + places);

    public ClauseChange? ChangeOf(string clause) => Draft.SinceSubmitted?.Clauses.FirstOrDefault(x => x.Id == clause);

    /// <summary>What reviewers said of the revision in hand.</summary>
    public IEnumerable<ReviewComment> Comments => Draft.Comments.Where(x => x.Revision == Draft.Revision);

    public IEnumerable<ReviewComment> CommentsOn(string? clause) => Comments.Where(x => x.ClauseId == clause);

    public ClauseList List(Func<Clause, string> href, Func<Clause, string?> hint) => new([.. Draft.Document.Sections.Select(section =>
    {
        var lines = Draft.Document.Clauses.Where(x => x.Section == section.Key)
            .Select(x => new ClauseLine(x.Id, x.Heading, href(x), hint(x), ChangeOf(x.Id) is not null)).ToList();
        return new ClauseListSection($"{section.Number} {section.Title}", section.Key, lines);
    })]);
}

internal sealed record ClauseList(IReadOnlyList<ClauseListSection> Sections);

internal sealed record ClauseListSection(string Title, string Key, IReadOnlyList<ClauseLine> Lines)
{
    /// <summary>Sections in which something has happened are open from the start.</summary>
    public bool Marked => Lines.Any(x => x.Changed || x.Hint is not null);

    public string Summary => string.Join(", ", new[]
    {
        Title, Words(Lines.Count, "clause"),
        Lines.Count(x => x.Changed) is > 0 and var changed ? $"{changed} changed" : null,
    }.Where(x => x is not null));

    internal static string Words(int count, string what) => count == 1 ? $"1 {what}" : $"{count} {what}s";
}

internal sealed record ClauseLine(string Id, string Heading, string Href, string? Hint, bool Changed);
