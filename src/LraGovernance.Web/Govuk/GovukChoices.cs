using System.Collections;
using System.Globalization;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace LraGovernance.Web.Govuk;

/// <summary>Radios or checkboxes; their options are the <c>govuk-choice</c> elements inside. Nothing is chosen that the model does not hold.</summary>
public abstract class GovukChoices(IHtmlHelper html, string block) : GovukField(html, "_Choices")
{
    private readonly List<GovukChoice> choices = [];

    public bool Small { get; set; }

    public bool Inline { get; set; }

    [HtmlAttributeNotBound]
    public string Block => block;

    [HtmlAttributeNotBound]
    public abstract string InputType { get; }

    [HtmlAttributeNotBound]
    public IReadOnlyList<GovukChoice> Choices => choices;

    [HtmlAttributeNotBound]
    public string BlockClass => block + (Small ? $" {block}--small" : "") + (Inline ? $" {block}--inline" : "");

    public override void Init(TagHelperContext context)
    {
        base.Init(context);
        context.Items[typeof(GovukChoices)] = this;
    }

    internal void Add(GovukChoice choice) => choices.Add(choice);

    // The first option has the field's own id: the error summary's link puts the cursor there.
    internal string IdOf(int index) => index == 0 ? Id : $"{Id}-{index + 1}";

    internal bool IsChosen(string value) => Chosen().Contains(value, StringComparer.OrdinalIgnoreCase);

    private IEnumerable<string> Chosen() => (Entry(Name)?.RawValue ?? For.Model) switch
    {
        null => [],
        string one => [one],
        IEnumerable many => many.Cast<object?>().Select(Text),
        var other => [Text(other)],
    };

    private static string Text(object? value) => Convert.ToString(value, CultureInfo.InvariantCulture) ?? "";
}

[HtmlTargetElement("govuk-radios", Attributes = "for")]
public sealed class GovukRadios(IHtmlHelper html) : GovukChoices(html, "govuk-radios")
{
    [HtmlAttributeNotBound]
    public override string InputType => "radio";
}

[HtmlTargetElement("govuk-checkboxes", Attributes = "for")]
public sealed class GovukCheckboxes(IHtmlHelper html) : GovukChoices(html, "govuk-checkboxes")
{
    [HtmlAttributeNotBound]
    public override string InputType => "checkbox";
}
