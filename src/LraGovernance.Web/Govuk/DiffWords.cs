using Microsoft.AspNetCore.Razor.TagHelpers;

namespace LraGovernance.Web.Govuk;

/// <summary>Says aloud what a line under or through the words shows to the eye.</summary>
[HtmlTargetElement("ins")]
[HtmlTargetElement("del")]
public sealed class DiffWords : TagHelper
{
    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        ArgumentNullException.ThrowIfNull(output);
        var (start, end) = output.TagName == "ins" ? ("Added: ", " end of addition. ") : ("Removed: ", " end of removal. ");
        output.PreContent.SetHtmlContent(Markup.Element("span", "govuk-visually-hidden", start));
        output.PostContent.SetHtmlContent(Markup.Element("span", "govuk-visually-hidden", end));
    }
}
