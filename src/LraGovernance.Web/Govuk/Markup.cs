using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace LraGovernance.Web.Govuk;

internal static class Markup
{
    public static TagBuilder Element(string name, string cssClass, string text)
    {
        var element = new TagBuilder(name);
        element.AddCssClass(cssClass);
        element.InnerHtml.Append(text);
        return element;
    }

    public static void AddClasses(this TagHelperOutput output, string classes)
    {
        var own = output.Attributes.TryGetAttribute("class", out var attribute) ? attribute.Value.ToString() + " " : "";
        output.Attributes.SetAttribute("class", own + classes);
    }
}
