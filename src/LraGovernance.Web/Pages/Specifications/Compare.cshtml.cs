using LraGovernance.Pipeline;
using LraGovernance.Specifications;
using LraGovernance.Web.Serving;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Rendering;

namespace LraGovernance.Web.Pages.Specifications;

/// <summary>What differs between two published versions; without a choice, between the two newest.</summary>
[Anyone("both versions are public documents")]
internal sealed class CompareModel(Commands commands, Visitor visitor) : ServicePage(commands, visitor)
{
    [BindProperty(SupportsGet = true)]
    public string? From { get; set; }

    [BindProperty(SupportsGet = true)]
    public string? To { get; set; }

    public IReadOnlyList<SpecificationVersion> Versions { get; private set; } = [];

    public VersionsCompared? Compared { get; private set; }

    public IEnumerable<SelectListItem> Choices => Versions.Select(x => new SelectListItem(ReadModel.Name(x), x.Name));

    public async Task<IActionResult> OnGetAsync()
    {
        if (await ReadServiceAsync() is not { } service || await SendAsync(new ReadSpecification(service.Key)) is not { } current)
        {
            return Redirect("/specification");
        }

        Versions = current.Versions;
        To ??= current.Version.Name;
        var to = Versions.ToList().FindIndex(x => x.Name == To);
        From ??= Versions.ElementAtOrDefault(to + 1)?.Name ?? Versions.FirstOrDefault(x => x.Name != To)?.Name;
        if (From is null)
        {
            return Page();
        }

        Compared = await SendAsync(new CompareVersions(service.Key, From, To));
        return Compared is null ? NotFound() : Page();
    }
}
