using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace LraGovernance.Web.Govuk;

/// <summary><c>&lt;govuk-textarea for="Reason" label="Why?" max-length="2000" /&gt;</c>: with a limit it counts.</summary>
[HtmlTargetElement("govuk-textarea", Attributes = "for", TagStructure = TagStructure.WithoutEndTag)]
public sealed class GovukTextarea(IHtmlHelper html) : GovukField(html, "_Textarea")
{
    public int Rows { get; set; } = 5;

    public int? MaxLength { get; set; }

    public bool? Spellcheck { get; set; }

    [HtmlAttributeNotBound]
    public string? CountId => MaxLength is null ? null : Id + "-info";

    [HtmlAttributeNotBound]
    public override string? DescribedBy => Join(base.DescribedBy, CountId);
}
