using LraGovernance.Data;
using LraGovernance.Pipeline;
using LraGovernance.Running;
using Microsoft.EntityFrameworkCore;

namespace LraGovernance.Web.Serving;

/// <summary>Before the first page: the definitions are checked and the schema is brought up to date.</summary>
internal sealed class Startup(IServiceScopeFactory scopes, WorkflowCatalogue catalogue, HouseRules.HouseRules rules, Commands commands, Randomness randomness, Readiness readiness) : IHostedService
{
    public async Task StartAsync(CancellationToken cancellationToken)
    {
        rules.RequireSound(catalogue);
        await using var scope = scopes.CreateAsyncScope();
        await scope.ServiceProvider.GetRequiredService<Migrations>().ApplyAsync(cancellationToken);
        foreach (var service in await scope.ServiceProvider.GetRequiredService<GovernanceDb>().Services.Select(x => x.Key).ToListAsync(cancellationToken))
        {
            await commands.SendAsync(new PlanSchedules(randomness.Id("plan-schedules", service), service), Actor.System("start"), cancellationToken);
        }

        readiness.Ready = true;
    }

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}
