using FluentValidation;
using LraGovernance.Pipeline;
using MediatR;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace LraGovernance.Web.Serving;

/// <summary>
/// What every page does: bind, send one request as whoever is there, pick a page. A slip that the validator finds goes
/// beside its field; everything else is a result or a failure.
/// </summary>
internal abstract class GovernancePage(Commands commands, Visitor visitor) : PageModel
{
    protected Task<Actor> ActorAsync() => visitor.ActorAsync();

    protected async Task<T> SendAsync<T>(IRequest<T> request) => await commands.SendAsync(request, await visitor.ActorAsync(), HttpContext.RequestAborted);

    protected Task<T> SendAsync<T>(IRequest<T> request, Actor actor) => commands.SendAsync(request, actor, HttpContext.RequestAborted);

    /// <summary>Sends a command; null when the validator found a slip, which then stands beside its field.</summary>
    /// <param name="command">The command; not cancelled when the browser goes away, since the person has pressed the button.</param>
    /// <param name="actor">Who sends it; the visitor where it is left out.</param>
    /// <param name="form">The bound property whose fields the messages belong to.</param>
    protected async Task<T?> TrySendAsync<T>(ICommand<T> command, Actor? actor = null, string form = "Form")
        where T : class
    {
        try
        {
            return await commands.SendAsync(command, actor ?? await visitor.ActorAsync(), CancellationToken.None);
        }
        catch (ValidationException slips)
        {
            foreach (var slip in slips.Errors)
            {
                ModelState.AddModelError($"{form}.{slip.PropertyName}", slip.ErrorMessage);
            }

            return null;
        }
    }
}
