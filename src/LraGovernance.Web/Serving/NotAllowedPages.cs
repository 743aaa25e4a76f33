using LraGovernance.Pipeline;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;

namespace LraGovernance.Web.Serving;

/// <summary>A command's own policy said no, or its id was used before with other content: the page for it, not a failure of ours.</summary>
internal sealed class NotAllowedPages : IExceptionFilter
{
    public void OnException(ExceptionContext context)
    {
        var status = context.Exception switch
        {
            NotAllowedException => StatusCodes.Status403Forbidden,
            CommandIdReusedException or CommandIdMissingException => StatusCodes.Status400BadRequest,
            _ => 0,
        };
        if (status != 0)
        {
            context.Result = new StatusCodeResult(status);
            context.ExceptionHandled = true;
        }
    }
}
