using System.Reflection;
using LraGovernance.Pipeline;
using Microsoft.AspNetCore.Diagnostics;
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
        if (context.HandlerMethod is null && !HttpMethods.IsGet(context.HttpContext.Request.Method) && !HttpMethods.IsHead(context.HttpContext.Request.Method) && !IsErrorPage(context))
        {
            // The page would be shown without anything having been read for it.
            context.Result = new StatusCodeResult(StatusCodes.Status405MethodNotAllowed);
            return;
        }

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

    // It runs in place of what failed, with that request's method.
    private static bool IsErrorPage(PageHandlerExecutingContext context) =>
        context.HttpContext.Features.Get<IStatusCodeReExecuteFeature>() is not null || context.HttpContext.Features.Get<IExceptionHandlerFeature>() is not null;
}
