using System.Globalization;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace LraGovernance.Web.Govuk;

/// <summary><c>&lt;govuk-pagination page="3" pages="9" href="/decisions?page={0}" /&gt;</c>; nothing where there is one page.</summary>
[HtmlTargetElement("govuk-pagination", Attributes = "page,pages,href", TagStructure = TagStructure.WithoutEndTag)]
public sealed class GovukPagination(IHtmlHelper html) : GovukComponent(html, "_Pagination")
{
    public int Page { get; set; }

    public int Pages { get; set; }

    /// <summary>{0} stands for the number of the page.</summary>
    public string Href { get; set; } = "";

    public string Label { get; set; } = "Pagination";

    internal string HrefOf(int page) => Href.Replace("{0}", page.ToString(CultureInfo.InvariantCulture), StringComparison.Ordinal);

    /// <summary>First, last, and one either side of the current page; null where some are left out.</summary>
    internal IEnumerable<int?> Steps()
    {
        int[] shown = [.. new[] { 1, Page - 1, Page, Page + 1, Pages }.Where(p => p >= 1 && p <= Pages).Distinct()];
        for (var i = 0; i < shown.Length; i++)
        {
            var gap = i == 0 ? 1 : shown[i] - shown[i - 1];
            if (gap == 2) yield return shown[i] - 1;
            else if (gap > 2) yield return null;
            yield return shown[i];
        }
    }
}
