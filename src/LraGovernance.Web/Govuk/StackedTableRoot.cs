using Microsoft.AspNetCore.Razor.TagHelpers;

namespace LraGovernance.Web.Govuk;

/// <summary>
/// <c>&lt;table lra-table caption="Budget"&gt;</c> with plain thead, tbody, tr, th and td inside. On a narrow screen each row becomes
/// a list and each cell is led by its column's heading; the parts get their classes, those headings, and the roles that
/// "display: block" would take from them.
/// </summary>
[HtmlTargetElement("table", Attributes = "lra-table")]
public sealed class StackedTableRoot : TagHelper
{
    public string? Caption { get; set; }

    /// <summary>s, m, l or xl.</summary>
    public string CaptionSize { get; set; } = "m";

    public override void Init(TagHelperContext context)
    {
        ArgumentNullException.ThrowIfNull(context);
        context.Items[typeof(StackedTable)] = new StackedTable();
    }

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        ArgumentNullException.ThrowIfNull(output);
        output.Attributes.RemoveAll("lra-table");
        output.AddClasses("govuk-table lra-table");
        output.Attributes.SetAttribute("role", "table");
        if (Caption is not null)
            output.PreContent.SetHtmlContent(Markup.Element("caption", $"govuk-table__caption govuk-table__caption--{CaptionSize}", Caption));
    }
}
