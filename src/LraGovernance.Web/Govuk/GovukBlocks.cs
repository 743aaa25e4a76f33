using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace LraGovernance.Web.Govuk;

/// <summary><c>&lt;govuk-banner heading="Saved" success="true" /&gt;</c>; a page that redirects says <c>this.Announce(...)</c> instead.</summary>
[HtmlTargetElement("govuk-banner")]
public sealed class GovukBanner(IHtmlHelper html) : GovukComponent(html, "_Banner")
{
    public bool Success { get; set; }

    public string? Title { get; set; }

    public string? Heading { get; set; }

    [HtmlAttributeNotBound]
    public string TitleId => Success ? "banner-done" : "banner-important";
}

/// <summary><c>&lt;govuk-warning&gt;This cannot be undone.&lt;/govuk-warning&gt;</c></summary>
[HtmlTargetElement("govuk-warning")]
public sealed class GovukWarning(IHtmlHelper html) : GovukComponent(html, "_Warning");

/// <summary><c>&lt;govuk-details summary="Help"&gt;...&lt;/govuk-details&gt;</c></summary>
[HtmlTargetElement("govuk-details", Attributes = "summary")]
public sealed class GovukDetails(IHtmlHelper html) : GovukComponent(html, "_Details")
{
    public string Summary { get; set; } = "";

    public bool Open { get; set; }
}

/// <summary><c>&lt;govuk-tag colour="green"&gt;Agreed&lt;/govuk-tag&gt;</c>: the words carry the meaning, the colour only helps.</summary>
[HtmlTargetElement("govuk-tag")]
public sealed class GovukTag : TagHelper
{
    public string? Colour { get; set; }

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        ArgumentNullException.ThrowIfNull(output);
        output.TagName = "strong";
        output.Attributes.SetAttribute("class", Colour is null ? "govuk-tag" : $"govuk-tag govuk-tag--{Colour}");
    }
}
