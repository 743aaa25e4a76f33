using LraGovernance.Decisions;
using LraGovernance.Pipeline;
using LraGovernance.Web.Serving;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.ViewFeatures;

namespace LraGovernance.Web.Pages.Decisions;

/// <summary>
/// A page about one invitation. Whoever holds its link sees it, or the person themselves when signed in; for anybody else
/// there is no such page.
/// </summary>
internal abstract class DecisionPage(Commands commands, Visitor visitor) : GovernancePage(commands, visitor)
{
    private const string Folder = "/Pages/Decisions/";

    public DecisionView Decision { get; private set; } = null!;

    /// <summary>Somebody else is signed in than the person whose link this is.</summary>
    public bool SomebodyElseIsSignedIn { get; private set; }

    public string Address => $"/decision/{Decision.InvitationId}";

    protected Actor Asked { get; private set; } = Actor.Anonymous;

    /// <summary>Whether this browser can open another invitation of the same person: signed in, or with its link opened before.</summary>
    public bool CanOpen(Guid invitation) => Asked.Through == "page" || Request.HostCookie(CookieOf(invitation)) is not null;

    public static string CookieOf(Guid invitation) => $"{HostCookies.DecidePrefix}{invitation:N}";

    public override async Task OnPageHandlerExecutionAsync(PageHandlerExecutingContext context, PageHandlerExecutionDelegate next)
    {
        ArgumentNullException.ThrowIfNull(context);
        ArgumentNullException.ThrowIfNull(next);
        if (Guid.TryParse(RouteData.Values["id"] as string, out var id) && await FindAsync(id) is { } found)
        {
            Decision = found;
            await next();
            return;
        }

        context.Result = NotKnown(this);
    }

    /// <summary>One page for every link and address that is not known, whatever is wrong with it.</summary>
    public static ViewResult NotKnown(PageModel page)
    {
        page.ViewData["Navigation"] = false;
        return Show(page, "LinkNotKnown", new object(), StatusCodes.Status404NotFound);
    }

    protected ViewResult Show<T>(string view, T model, int status = StatusCodes.Status200OK) => Show(this, view, model, status);

    /// <summary>The request cannot be answered: says why, and what the person can do.</summary>
    protected ViewResult Closed(int status = StatusCodes.Status200OK) => Show<DecisionPage>("Closed", this, status);

    /// <summary>What was sent is refused, since things have moved on: shows where it stands now.</summary>
    protected async Task<IActionResult> RefusedAsync(string view = "Closed")
    {
        if (await FindAsync(Decision.InvitationId) is not { } now)
        {
            return NotKnown(this);
        }

        Decision = now;
        return Show<DecisionPage>(view, this, StatusCodes.Status409Conflict);
    }

    /// <summary>303: the browser fetches the other page, and a reload sends nothing again.</summary>
    protected IActionResult SeeOther(string path)
    {
        Response.Headers.Location = path;
        return StatusCode(StatusCodes.Status303SeeOther);
    }

    private async Task<DecisionView?> FindAsync(Guid id)
    {
        var signedIn = await ActorAsync();
        ViewData["Navigation"] = signedIn.Kind == ActorKind.Person ? null : false;
        if (Request.HostCookie(CookieOf(id)) is { } token && await SendAsync(new OpenLink(token), Actor.Anonymous) is { } link && link.InvitationId == id)
        {
            Asked = Actor.ByLink(link.PersonId, id);
            SomebodyElseIsSignedIn = signedIn.PersonId is { } other && other != link.PersonId;
            return await SendAsync(new ReadDecision(id), Asked);
        }

        Asked = signedIn;
        return signedIn.Kind == ActorKind.Person ? await SendAsync(new ReadDecision(id), signedIn) : null;
    }

    private static ViewResult Show<T>(PageModel page, string view, T model, int status) => new()
    {
        ViewName = $"{Folder}{view}.cshtml", StatusCode = status, TempData = page.TempData,
        ViewData = new ViewDataDictionary<T>(page.ViewData, model),
    };
}
