using System.Security.Claims;
using LraGovernance.People;
using LraGovernance.Pipeline;
using LraGovernance.Tasks;
using LraGovernance.Web.Serving;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Mvc;

namespace LraGovernance.Web.Pages.Dev;

/// <summary>A person to be, with the number of things that wait for them.</summary>
internal sealed record Candidate(PersonLine Person, int Waiting);

[Anyone("Development only: choose whom to be")]
internal sealed class PeopleModel(Commands commands, Visitor visitor) : GovernancePage(commands, visitor)
{
    private static readonly (string Side, string Title)[] Sides =
        [("council", "The council, which commissions"), ("service", "The service, which answers"), ("board", "Boards"), ("committee", "Committee")];

    public IReadOnlyList<(string Title, IReadOnlyList<Candidate> People)> Groups { get; private set; } = [];

    public Guid? You { get; private set; }

    public async Task OnGetAsync()
    {
        var system = Actor.System("page");
        var people = await SendAsync(new ReadPeople(), system);
        var waiting = (await SendAsync(new ReadAllWaiting(), system)).SelectMany(x => x.Asked).Where(x => !x.Answered).CountBy(x => x.PersonId).ToDictionary();
        var candidates = people.Select(x => new Candidate(x, waiting.GetValueOrDefault(x.Id))).OrderByDescending(x => x.Waiting).ToLookup(x => x.Person.Side);
        Groups =
        [
            .. Sides.Select(x => (x.Title, (IReadOnlyList<Candidate>)[.. candidates[x.Side]]))
                .Append(("Without a role today", [.. candidates.Where(x => !Sides.Any(side => side.Side == x.Key)).SelectMany(x => x)]))
                .Where(x => x.Item2.Count > 0),
        ];
        You = (await ActorAsync()).PersonId;
    }

    public async Task<IActionResult> OnPostAsync(Guid person)
    {
        if (await SendAsync(new IdentifyPerson(person), Actor.Anonymous) is not { } chosen)
        {
            return NotFound();
        }

        var identity = new ClaimsIdentity(
            [new(ClaimTypes.NameIdentifier, chosen.Id.ToString()), new(ClaimTypes.Name, chosen.Name)], CookieAuthenticationDefaults.AuthenticationScheme);
        await HttpContext.SignInAsync(CookieAuthenticationDefaults.AuthenticationScheme, new ClaimsPrincipal(identity));
        return Redirect("/waiting");
    }
}
