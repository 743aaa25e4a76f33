using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace LraGovernance.Web.Govuk;

/// <summary>One option; what stands inside the element shows when it is chosen.</summary>
[HtmlTargetElement("govuk-choice", Attributes = "value,text")]
public sealed class GovukChoice : TagHelper
{
    public string Value { get; set; } = "";

    public string Text { get; set; } = "";

    public string? Hint { get; set; }

    [HtmlAttributeNotBound]
    public IHtmlContent? Conditional { get; private set; }

    public override async Task ProcessAsync(TagHelperContext context, TagHelperOutput output)
    {
        ArgumentNullException.ThrowIfNull(output);
        var body = await output.GetChildContentAsync();
        if (!body.IsEmptyOrWhiteSpace) Conditional = body;
        GovukComponent.Parent<GovukChoices>(context).Add(this);
        output.SuppressOutput();
    }
}
