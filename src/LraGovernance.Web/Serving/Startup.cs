using LraGovernance.Data;
using LraGovernance.Running;

namespace LraGovernance.Web.Serving;

/// <summary>Before the first page: the definitions are checked and the schema is brought up to date.</summary>
internal sealed class Startup(IServiceScopeFactory scopes, WorkflowCatalogue catalogue, HouseRules.HouseRules rules, Readiness readiness) : IHostedService
{
    public async Task StartAsync(CancellationToken cancellationToken)
    {
        rules.RequireSound(catalogue);
        await using var scope = scopes.CreateAsyncScope();
        await scope.ServiceProvider.GetRequiredService<Migrations>().ApplyAsync(cancellationToken);
        readiness.Ready = true;
    }

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}
