using System.Globalization;
using LraGovernance.Data;
using LraGovernance.Pipeline;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace LraGovernance.Running;

/// <summary>What is due next, over everything.</summary>
public sealed record Due(string Kind, string Key, string Service, DateTimeOffset At);

/// <summary>Performs items of a kind that must not be done inside a transaction, because they leave the building.</summary>
public interface IOutsideWork
{
    string Kind { get; }

    Task PerformAsync(Due due, CancellationToken cancellationToken);
}

/// <summary>
/// Works through what is due, in the total order due, kind, key: one item, one command. Quartz rings for it, rehearsal and
/// the demonstration clock loop over it; a missed ring costs a delay and nothing else.
/// </summary>
public sealed class Agenda(
    IServiceScopeFactory scopes, Commands commands, IEnumerable<IOutsideWork> outside, Randomness randomness, TimeProvider clock, ILogger<Agenda> log)
{
    private static readonly TimeSpan PostponedBy = TimeSpan.FromMinutes(5);
    private static readonly Actor Timer = Actor.System("timer");

    /// <summary>In a rehearsal a failure is the result; live it is logged and the rest goes on.</summary>
    public bool StopAtFailure { get; set; }

    public async Task<Due?> NextAsync(CancellationToken cancellationToken = default)
    {
        await using var scope = scopes.CreateAsyncScope();
        return await scope.ServiceProvider.GetRequiredService<GovernanceDb>().Agenda.AsNoTracking()
            .OrderBy(x => x.DueAt).ThenBy(x => x.Kind).ThenBy(x => x.Key)
            .Select(x => new Due(x.Kind, x.Key, x.Service, x.DueAt)).FirstOrDefaultAsync(cancellationToken);
    }

    /// <summary>Performs everything due until now.</summary>
    /// <returns>How many items were performed.</returns>
    public async Task<int> WorkAsync(CancellationToken cancellationToken = default)
    {
        var performed = 0;
        while (await NextAsync(cancellationToken) is { } due && due.At <= clock.GetUtcNow())
        {
            await PerformAsync(due, cancellationToken);
            performed++;
        }

        return performed;
    }

    public async Task PerformAsync(Due due, CancellationToken cancellationToken = default)
    {
        var id = randomness.Id("agenda", string.Create(CultureInfo.InvariantCulture, $"{due.Kind}/{due.Key}/{due.At:O}"));
        try
        {
            if (outside.SingleOrDefault(x => x.Kind == due.Kind) is { } work)
            {
                await work.PerformAsync(due, cancellationToken);
            }
            else
            {
                await commands.SendAsync(new PerformAgendaItem(id, due.Service, due.Kind, due.Key, due.At), Timer, cancellationToken);
            }
        }
        catch (Exception failure) when (!StopAtFailure && failure is not OperationCanceledException)
        {
            log.LogError(failure, "Agenda item {Kind} {Key} could not be performed and is postponed", due.Kind, due.Key);
            var postponement = randomness.Id("postpone", string.Create(CultureInfo.InvariantCulture, $"{due.Kind}/{due.Key}/{clock.GetUtcNow():O}"));
            await commands.SendAsync(
                new PostponeAgendaItem(postponement, due.Service, due.Kind, due.Key, clock.GetUtcNow() + PostponedBy), Timer, cancellationToken);
        }
    }
}
