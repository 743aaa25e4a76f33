using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace LraGovernance.Web.Govuk;

/// <summary>Its items are the <c>govuk-task</c> elements inside. Ids carry the list's name where a page has two.</summary>
[HtmlTargetElement("govuk-task-list")]
public sealed class GovukTaskList(IHtmlHelper html) : GovukComponent(html, "_TaskList")
{
    private readonly List<GovukTask> tasks = [];

    public string Name { get; set; } = "tasks";

    [HtmlAttributeNotBound]
    public IReadOnlyList<GovukTask> Tasks => tasks;

    internal void Add(GovukTask task) => tasks.Add(task);
}

/// <summary><c>&lt;govuk-task text="Sign off" href="/x" hint="By 5pm" status="Overdue" colour="red" /&gt;</c>; plain status without a colour.</summary>
[HtmlTargetElement("govuk-task", Attributes = "text")]
public sealed class GovukTask : TagHelper
{
    public string Text { get; set; } = "";

    // An expression that gives null reaches a text attribute as empty.

    /// <summary>Without one the task cannot be started yet.</summary>
    public string? Href { get; set => field = OrNone(value); }

    public string? Hint { get; set => field = OrNone(value); }

    public string? Status { get; set => field = OrNone(value); }

    public string? Colour { get; set => field = OrNone(value); }

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        ArgumentNullException.ThrowIfNull(output);
        GovukComponent.Parent<GovukTaskList>(context).Add(this);
        output.SuppressOutput();
    }

    private static string? OrNone(string? value) => string.IsNullOrEmpty(value) ? null : value;
}
