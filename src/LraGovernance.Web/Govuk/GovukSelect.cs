using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace LraGovernance.Web.Govuk;

/// <summary><c>&lt;govuk-select for="Indicator" label="Indicator" items="Model.Indicators" /&gt;</c>; starts with an empty choice.</summary>
[HtmlTargetElement("govuk-select", Attributes = "for,items", TagStructure = TagStructure.WithoutEndTag)]
public sealed class GovukSelect(IHtmlHelper html) : GovukField(html, "_Select")
{
    public IEnumerable<SelectListItem> Items { get; set; } = [];

    public string Empty { get; set; } = "Choose one";
}
