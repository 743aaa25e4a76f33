using System.Reflection;
using LraGovernance.Pipeline;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;

namespace LraGovernance.Web.Serving;

/// <summary>Asks each page's declared policy before the page runs: somebody unknown signs in first, somebody else gets 403.</summary>
internal sealed class PagePolicy(Visitor visitor) : IAsyncPageFilter
{
    public Task OnPageHandlerSelectionAsync(PageHandlerSelectedContext context) => Task.CompletedTask;

    public async Task OnPageHandlerExecutionAsync(PageHandlerExecutingContext context, PageHandlerExecutionDelegate next)
    {
        var model = context.ActionDescriptor.ModelTypeInfo
            ?? throw new InvalidOperationException($"{context.ActionDescriptor.DisplayName} has no page model to declare a policy on.");
        var policy = model.GetCustomAttribute<PolicyAttribute>()
            ?? throw new InvalidOperationException($"{model.Name} declares no policy.");
        if (policy is AnyoneAttribute)
        {
            // Without asking who is there: the error page must do without the database too.
            await next();
            return;
        }

        var actor = await visitor.ActorAsync();
        if (policy.Allows(actor, service: null))
        {
            await next();
            return;
        }

        context.Result = actor.Kind == ActorKind.Anonymous
            ? new RedirectResult($"/sign-in?returnTo={Uri.EscapeDataString(context.HttpContext.Request.Path + context.HttpContext.Request.QueryString)}")
            : new StatusCodeResult(StatusCodes.Status403Forbidden);
    }
}
