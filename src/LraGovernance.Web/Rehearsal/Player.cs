using LraGovernance.Calendar;
using LraGovernance.Data;
using LraGovernance.Notifications;
using LraGovernance.People;
using LraGovernance.Running;
using Microsoft.EntityFrameworkCore;

namespace LraGovernance.Web.Rehearsal;

/// <summary>Plays a stretch of time: the agenda and the scripted people, each when due, on a clock that it moves.</summary>
internal sealed class Player(IServiceScopeFactory scopes, Agenda agenda, ActOut people, TimeProvider clock, Action<DateTimeOffset> moveTo)
{
    /// <param name="script">What people do.</param>
    /// <param name="until">The last moment played, included.</param>
    /// <param name="progress">Told the time after each event.</param>
    /// <param name="cancellationToken">Stops between two events.</param>
    public async Task PlayAsync(Script script, DateTimeOffset until, Action<DateTimeOffset>? progress, CancellationToken cancellationToken)
    {
        var acts = new Dictionary<string, DueAct>();
        var known = new KnownSoFar(script);
        foreach (var service in await ServicesAsync(cancellationToken))
        {
            await AskAsync(service);
        }

        while (true)
        {
            var act = acts.Values.OrderBy(x => x.At).ThenBy(x => x.Key, StringComparer.Ordinal).FirstOrDefault();
            var due = await agenda.NextAsync(cancellationToken);
            var actIsNext = act is not null && (due is null || act.At < due.At);
            var next = actIsNext ? act!.At : due?.At;
            if (next is null || next > until)
            {
                moveTo(until);
                return;
            }

            if (next > clock.GetUtcNow())
            {
                moveTo(next.Value);
            }

            await (actIsNext ? people.PerformAsync(act!, cancellationToken) : agenda.PerformAsync(due!, cancellationToken));
            if (actIsNext && act!.OwnService is { } acted)
            {
                known.Done(acted);
            }

            if (actIsNext || due!.Kind != Outbox.AgendaKind) // sending a mail asks nobody for anything new
            {
                await AskAsync(actIsNext ? act!.Service : due!.Service);
            }

            progress?.Invoke(clock.GetUtcNow());
        }

        async Task AskAsync(string service)
        {
            acts.Remove(service);
            if (await NextActAsync(script, known, service, cancellationToken) is { } next)
            {
                acts[service] = next;
            }
        }
    }

    /// <summary>The end of a day in London, the last millisecond that the record can tell.</summary>
    public static DateTimeOffset EndOf(DateOnly day) => London.At(day.AddDays(1), TimeOnly.MinValue).AddMilliseconds(-1);

    private async Task<DueAct?> NextActAsync(Script script, KnownSoFar known, string service, CancellationToken cancellationToken)
    {
        await using var scope = scopes.CreateAsyncScope();
        return await new ScriptedPeople(
            scope.ServiceProvider.GetRequiredService<GovernanceDb>(), scope.ServiceProvider.GetRequiredService<CouncilCalendar>(),
            scope.ServiceProvider.GetRequiredService<Holders>(), people.Randomness, script, known).NextAsync(service, cancellationToken);
    }

    private async Task<IReadOnlyList<string>> ServicesAsync(CancellationToken cancellationToken)
    {
        await using var scope = scopes.CreateAsyncScope();
        return await scope.ServiceProvider.GetRequiredService<GovernanceDb>().Services.AsNoTracking().Select(x => x.Key).Order().ToListAsync(cancellationToken);
    }
}
