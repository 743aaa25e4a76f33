using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace LraGovernance.Web.Govuk;

/// <summary>Its rows are the <c>govuk-row</c> elements inside.</summary>
[HtmlTargetElement("govuk-summary-list")]
public sealed class GovukSummaryList(IHtmlHelper html) : GovukComponent(html, "_SummaryList")
{
    private readonly List<GovukRow> rows = [];

    public bool NoBorder { get; set; }

    [HtmlAttributeNotBound]
    public IReadOnlyList<GovukRow> Rows => rows;

    internal void Add(GovukRow row) => rows.Add(row);
}

/// <summary><c>&lt;govuk-row key="Owner" action-href="/x"&gt;Ann&lt;/govuk-row&gt;</c></summary>
[HtmlTargetElement("govuk-row", Attributes = "key")]
public sealed class GovukRow : TagHelper
{
    public string Key { get; set; } = "";

    public string? ActionHref { get; set; }

    public string ActionText { get; set; } = "Change";

    [HtmlAttributeNotBound]
    public IHtmlContent Value { get; private set; } = HtmlString.Empty;

    public override async Task ProcessAsync(TagHelperContext context, TagHelperOutput output)
    {
        ArgumentNullException.ThrowIfNull(output);
        Value = await output.GetChildContentAsync();
        GovukComponent.Parent<GovukSummaryList>(context).Add(this);
        output.SuppressOutput();
    }
}
