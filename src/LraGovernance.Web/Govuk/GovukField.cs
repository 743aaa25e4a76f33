using System.Globalization;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace LraGovernance.Web.Govuk;

/// <summary>What every question has: a label, perhaps a hint, what was typed, and what is wrong with it.</summary>
public abstract class GovukField(IHtmlHelper html, string partial) : GovukComponent(html, partial)
{
    public ModelExpression For { get; set; } = null!;

    public string Label { get; set; } = "";

    public string? Hint { get; set; }

    /// <summary>s, m, l or xl; without one the label is plain.</summary>
    public string? LabelSize { get; set; }

    /// <summary>The question is the page's only one, so its label is the h1.</summary>
    public bool Heading { get; set; }

    [HtmlAttributeNotBound]
    public string Name => ViewContext.ViewData.TemplateInfo.GetFullHtmlFieldName(For.Name);

    [HtmlAttributeNotBound]
    public string Id => FieldId.Of(Name);

    [HtmlAttributeNotBound]
    public string? HintId => Hint is null ? null : Id + "-hint";

    [HtmlAttributeNotBound]
    public string? ErrorId => Error is null ? null : Id + "-error";

    [HtmlAttributeNotBound]
    public string? Error => Entry(Name)?.Errors.Select(FieldId.Message).FirstOrDefault();

    [HtmlAttributeNotBound]
    public virtual string? DescribedBy => Join(HintId, ErrorId);

    [HtmlAttributeNotBound]
    public string? Value => Entry(Name)?.AttemptedValue ?? Convert.ToString(For.Model, CultureInfo.CurrentCulture);

    [HtmlAttributeNotBound]
    public string GroupClass => Error is null ? "govuk-form-group" : "govuk-form-group govuk-form-group--error";

    public override Task ProcessAsync(TagHelperContext context, TagHelperOutput output)
    {
        FieldOrder.Shown(ViewContext.HttpContext, Name);
        return base.ProcessAsync(context, output);
    }

    internal ModelStateEntry? Entry(string name) =>
        ViewContext.ViewData.ModelState.TryGetValue(name, out var entry) ? entry : null;

    internal string SizeClass(string block) =>
        (LabelSize ?? (Heading ? "l" : null)) is { } size ? $"{block} {block}--{size}" : block;

    protected static string? Join(params string?[] ids)
    {
        var joined = string.Join(' ', ids.Where(id => id is not null));
        return joined.Length == 0 ? null : joined;
    }
}
