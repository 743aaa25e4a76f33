using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace LraGovernance.Web.Govuk;

/// <summary><c>&lt;govuk-date-input for="Starts" label="When does it start?" hint="For example, 27 3 2016" /&gt;</c> for a DateOnly.</summary>
[HtmlTargetElement("govuk-date-input", Attributes = "for", TagStructure = TagStructure.WithoutEndTag)]
public sealed class GovukDateInput(IHtmlHelper html) : GovukField(html, "_DateInput")
{
    [HtmlAttributeNotBound]
    internal IEnumerable<DateBox> Boxes
    {
        get
        {
            var day = For.Model as DateOnly?;
            // The first box has the field's own id: the error summary's link puts the cursor there.
            yield return new DateBox(Id, $"{Name}.Day", "Day", 2, Typed("Day") ?? $"{day?.Day}");
            yield return new DateBox(Id + "-month", $"{Name}.Month", "Month", 2, Typed("Month") ?? $"{day?.Month}");
            yield return new DateBox(Id + "-year", $"{Name}.Year", "Year", 4, Typed("Year") ?? $"{day?.Year}");
        }
    }

    private string? Typed(string part) => Entry($"{Name}.{part}")?.AttemptedValue;
}

internal sealed record DateBox(string Id, string Name, string Label, int Width, string Value);
