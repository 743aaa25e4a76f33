using Microsoft.AspNetCore.Razor.TagHelpers;

namespace LraGovernance.Web.Govuk;

/// <summary><c>&lt;govuk-button look="secondary"&gt;Save&lt;/govuk-button&gt;</c>, or with href a link that looks like one. A second press within a second is dropped.</summary>
[HtmlTargetElement("govuk-button")]
public sealed class GovukButton : TagHelper
{
    /// <summary>secondary, warning, inverse or start.</summary>
    public string? Look { get; set; }

    public string? Href { get; set; }

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        ArgumentNullException.ThrowIfNull(output);
        output.TagName = Href is null ? "button" : "a";
        output.Attributes.SetAttribute("class", Look is null ? "govuk-button" : $"govuk-button govuk-button--{Look}");
        output.Attributes.SetAttribute("data-module", "govuk-button");
        if (Href is null)
        {
            if (!output.Attributes.ContainsName("type")) output.Attributes.SetAttribute("type", "submit");
            output.Attributes.SetAttribute("data-prevent-double-click", "true");
        }
        else
        {
            output.Attributes.SetAttribute("href", Href);
            output.Attributes.SetAttribute("role", "button");
            output.Attributes.SetAttribute("draggable", "false");
        }
    }
}
