using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace LraGovernance.Web.Govuk;

/// <summary>An element whose markup is the partial view of the same name in Pages/Shared/Govuk. It is the partial's model.</summary>
public abstract class GovukComponent(IHtmlHelper html, string partial) : TagHelper
{
    [ViewContext, HtmlAttributeNotBound]
    public ViewContext ViewContext { get; set; } = null!;

    [HtmlAttributeNotBound]
    public IHtmlContent Body { get; private set; } = HtmlString.Empty;

    public override void Init(TagHelperContext context)
    {
        ArgumentNullException.ThrowIfNull(context);
        context.Items[GetType()] = this;
    }

    public override async Task ProcessAsync(TagHelperContext context, TagHelperOutput output)
    {
        ArgumentNullException.ThrowIfNull(output);
        Body = await output.GetChildContentAsync();
        ((IViewContextAware)html).Contextualize(ViewContext);
        output.TagName = null;
        output.Content.SetHtmlContent(await html.PartialAsync($"Govuk/{partial}", this));
    }

    internal static T Parent<T>(TagHelperContext context) where T : GovukComponent =>
        context.Items.TryGetValue(typeof(T), out var parent) ? (T)parent
            : throw new InvalidOperationException($"<{context.TagName}> stands only inside {typeof(T).Name}.");
}
