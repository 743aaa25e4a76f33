using LraGovernance.Calendar;
using LraGovernance.Data;
using LraGovernance.Notifications;
using LraGovernance.People;
using LraGovernance.Running;

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
        DueAct? act = null;
        for (var asked = true; ;)
        {
            // Sending a mail asks nobody for anything new, and most of what happens is mail.
            act = asked ? await NextActAsync(script, cancellationToken) : act;
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

            asked = actIsNext || due!.Kind != Outbox.AgendaKind;
            await (actIsNext ? people.PerformAsync(act!, cancellationToken) : agenda.PerformAsync(due!, cancellationToken));
            progress?.Invoke(clock.GetUtcNow());
        }
    }

    /// <summary>The end of a day in London, the last millisecond that the record can tell.</summary>
    public static DateTimeOffset EndOf(DateOnly day) => London.At(day.AddDays(1), TimeOnly.MinValue).AddMilliseconds(-1);

    private async Task<DueAct?> NextActAsync(Script script, CancellationToken cancellationToken)
    {
        await using var scope = scopes.CreateAsyncScope();
        return await new ScriptedPeople(
            scope.ServiceProvider.GetRequiredService<GovernanceDb>(), scope.ServiceProvider.GetRequiredService<CouncilCalendar>(),
            scope.ServiceProvider.GetRequiredService<Holders>(), people.Randomness, script).NextAsync(cancellationToken);
    }
}
