using System.Globalization;
using System.Net;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace LraGovernance.Web.Govuk;

/// <summary>Any part of a table; outside a <c>lra-table</c> it does nothing. <c>numeric</c> on a cell sets figures to the right.</summary>
[HtmlTargetElement("thead")]
[HtmlTargetElement("tbody")]
[HtmlTargetElement("tfoot")]
[HtmlTargetElement("tr")]
[HtmlTargetElement("th")]
[HtmlTargetElement("td")]
public sealed partial class StackedTablePart : TagHelper
{
    public bool Numeric { get; set; }

    public override async Task ProcessAsync(TagHelperContext context, TagHelperOutput output)
    {
        ArgumentNullException.ThrowIfNull(context);
        ArgumentNullException.ThrowIfNull(output);
        if (!context.Items.TryGetValue(typeof(StackedTable), out var found)) return;
        var table = (StackedTable)found;
        if (output.TagName is "th" or "td") await Cell(table, output);
        else Group(table, output);
    }

    private static void Group(StackedTable table, TagHelperOutput output)
    {
        if (output.TagName == "tr") table.StartRow();
        else table.InHead = output.TagName == "thead";
        output.AddClasses(output.TagName switch { "tr" => "govuk-table__row", "thead" => "govuk-table__head", _ => "govuk-table__body" });
        output.Attributes.SetAttribute("role", output.TagName == "tr" ? "row" : "rowgroup");
    }

    private async Task Cell(StackedTable table, TagHelperOutput output)
    {
        var block = output.TagName == "th" ? "govuk-table__header" : "govuk-table__cell";
        output.AddClasses(Numeric ? $"{block} {block}--numeric" : block);
        var columns = Columns(output);
        if (table.InHead)
        {
            var content = (await output.GetChildContentAsync()).GetContent();
            table.AddHeading(WebUtility.HtmlDecode(Tags().Replace(content, "")).Trim(), columns);
            output.Attributes.SetAttribute("role", "columnheader");
            output.Attributes.SetAttribute("scope", "col");
            return;
        }

        var heading = table.NextHeading(columns);
        output.Attributes.SetAttribute("role", output.TagName == "th" ? "rowheader" : "cell");
        if (output.TagName == "th") output.Attributes.SetAttribute("scope", "row");
        else if (heading.Length > 0) output.Attributes.SetAttribute("data-heading", heading);
    }

    private static int Columns(TagHelperOutput output) =>
        output.Attributes.TryGetAttribute("colspan", out var span)
        && int.TryParse(span.Value.ToString(), CultureInfo.InvariantCulture, out var columns) ? columns : 1;

    [GeneratedRegex("<[^>]*>")]
    private static partial Regex Tags();
}
