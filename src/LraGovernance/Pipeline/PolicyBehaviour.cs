using System.Reflection;
using MediatR;

namespace LraGovernance.Pipeline;

internal sealed class PolicyBehaviour<TRequest, TResult>(Caller caller) : IPipelineBehavior<TRequest, TResult>
    where TRequest : IRequest<TResult>
{
    private static readonly PolicyAttribute Policy = typeof(TRequest).GetCustomAttribute<PolicyAttribute>()
        ?? throw new InvalidOperationException($"{typeof(TRequest).Name} declares no policy.");

    public Task<TResult> Handle(TRequest request, CancellationToken cancellationToken, RequestHandlerDelegate<TResult> next)
    {
        // A step's command runs for the system inside the transaction of whoever set it off.
        if (caller.Depth == 0 && !Policy.Allows(caller.Actor, (request as ICommand)?.Service))
        {
            throw new NotAllowedException(typeof(TRequest), caller.Actor);
        }

        return next();
    }
}
