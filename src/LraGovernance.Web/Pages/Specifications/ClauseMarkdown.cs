using Markdig;
using Markdig.Renderers.Html;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;
using Microsoft.AspNetCore.Html;

namespace LraGovernance.Web.Pages.Specifications;

/// <summary>A clause's Markdown as GOV.UK's HTML: no HTML of its own, no pictures, and headings below the clause's.</summary>
internal static class ClauseMarkdown
{
    private const int ClauseHeading = 3;

    private static readonly MarkdownPipeline Pipeline = new MarkdownPipelineBuilder().DisableHtml().Build();

    public static IHtmlContent ToHtml(string markdown)
    {
        var document = Markdown.Parse(markdown, Pipeline);
        foreach (var part in document.Descendants())
        {
            Dress(part);
        }

        return new HtmlString(document.ToHtml(Pipeline));
    }

    private static void Dress(MarkdownObject part)
    {
        switch (part)
        {
            case HeadingBlock heading:
                heading.Level = Math.Min(6, heading.Level + ClauseHeading);
                heading.GetAttributes().AddClass("govuk-heading-s");
                break;
            case ParagraphBlock paragraph:
                paragraph.GetAttributes().AddClass("govuk-body");
                break;
            case ListBlock list:
                list.GetAttributes().AddClass(list.IsOrdered ? "govuk-list govuk-list--number" : "govuk-list govuk-list--bullet");
                break;
            case LinkInline link:
                link.IsImage = false;
                link.Url = IsSafe(link.Url) ? link.Url : "";
                link.GetAttributes().AddClass("govuk-link");
                break;
        }
    }

    private static bool IsSafe(string? url) => url is not null
        && (url.StartsWith('/') || url.StartsWith('#') || url.StartsWith("https://", StringComparison.OrdinalIgnoreCase)
            || url.StartsWith("http://", StringComparison.OrdinalIgnoreCase) || url.StartsWith("mailto:", StringComparison.OrdinalIgnoreCase));
}
