using System.Data.Common;
using LraGovernance.Data;
using MediatR;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace LraGovernance.Pipeline;

/// <summary>
/// The door into the product: a page, a job or a verb sends one request here as an actor. Each try has a scope of its
/// own, and only what a second try can cure is tried again: serialisation failures, deadlocks and lost connections.
/// </summary>
public sealed class Commands(IServiceScopeFactory scopes, ILogger<Commands> log)
{
    private const int Tries = 4;

    public async Task<TResult> SendAsync<TResult>(IRequest<TResult> request, Actor actor, CancellationToken cancellationToken = default)
    {
        for (var attempt = 1; ; attempt++)
        {
            try
            {
                await using var scope = scopes.CreateAsyncScope();
                scope.ServiceProvider.GetRequiredService<Caller>().Actor = actor;
                return await scope.ServiceProvider.GetRequiredService<IMediator>().Send(request, cancellationToken);
            }
            catch (Exception failure) when (attempt < Tries && Transient.Is(failure))
            {
                log.LogWarning(failure, "{Request} is tried again after attempt {Attempt}", request.GetType().Name, attempt);
            }
        }
    }
}
