using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace LraGovernance.Web.Govuk;

/// <summary><c>&lt;govuk-input for="Amount" label="Amount" prefix="£" width="10" inputmode="decimal" /&gt;</c></summary>
[HtmlTargetElement("govuk-input", Attributes = "for", TagStructure = TagStructure.WithoutEndTag)]
public sealed class GovukInput(IHtmlHelper html) : GovukField(html, "_Input")
{
    public string Type { get; set; } = "text";

    /// <summary>2, 3, 4, 5, 10, 20 or 30 characters; without one the box is as wide as the column.</summary>
    public int? Width { get; set; }

    public string? Prefix { get; set; }

    public string? Suffix { get; set; }

    public string? Inputmode { get; set; }

    public string? Autocomplete { get; set; }

    public bool? Spellcheck { get; set; }

    [HtmlAttributeNotBound]
    public string InputClass => "govuk-input"
        + (Width is { } width ? $" govuk-input--width-{width}" : "")
        + (Error is null ? "" : " govuk-input--error");
}
