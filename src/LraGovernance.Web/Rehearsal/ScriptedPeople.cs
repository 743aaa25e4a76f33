using System.Globalization;
using LraGovernance.Calendar;
using LraGovernance.Data;
using LraGovernance.Decisions;
using LraGovernance.People;
using LraGovernance.Pipeline;
using LraGovernance.Tasks;
using Microsoft.EntityFrameworkCore;

namespace LraGovernance.Web.Rehearsal;

/// <summary>Somebody about to act.</summary>
internal sealed record DueAct(DateTimeOffset At, string Key, Act Act, Guid PersonId, WorkTask? Task, DecisionRequest? Request, Invitation? Invitation)
{
    /// <summary>The service, where somebody acts without having been asked.</summary>
    public string? OwnService { get; init; }

    /// <summary>What reporters will report.</summary>
    public IReadOnlyDictionary<(string, string), string> Figures { get; init; } = new Dictionary<(string, string), string>();

    public string Service => Task?.Service ?? Request?.Service ?? OwnService!;
}

/// <summary>
/// Finds out who acts next from what is open in the database and the script; what is known so far only spares looking the same
/// up again. A run that was stopped goes on as if it had not been. What happens in one service changes nothing for the people of another.
/// </summary>
internal sealed class ScriptedPeople(GovernanceDb db, CouncilCalendar calendar, Holders holders, Randomness randomness, Script script, KnownSoFar known)
{
    public async Task<DueAct?> NextAsync(string service, CancellationToken cancellationToken)
    {
        var due = new List<DueAct>();
        await AddTasksAsync(service, due, cancellationToken);
        await AddInvitationsAsync(service, due, cancellationToken);
        await AddOwnAsync(service, due, cancellationToken);
        return due.OrderBy(x => x.At).ThenBy(x => x.Key, StringComparer.Ordinal).FirstOrDefault();
    }

    private async Task AddTasksAsync(string service, List<DueAct> due, CancellationToken cancellationToken)
    {
        var open = await db.Tasks.AsNoTracking().Include(x => x.Assignees).Where(x => x.Service == service && x.State == TaskState.Open).ToListAsync(cancellationToken);
        await MeetAsync(open.SelectMany(x => x.Assignees).Select(x => x.PersonId).Where(x => !known.People.ContainsKey(x)).Distinct().ToList(), cancellationToken);
        foreach (var task in open)
        {
            if (await ActOfAsync(task, cancellationToken) is not { } act)
            {
                continue;
            }

            // One after the other where everybody must answer, the first of them where one is enough.
            var people = task.Assignees.Select(x => known.People[x.PersonId]).OrderBy(x => x.Email, StringComparer.Ordinal).ToList();
            var waiting = people.Where(x => task.Assignees.Single(a => a.PersonId == x.Id).DoneAt is null && (act.Word("skip") is not { } skip || !x.Email.StartsWith(skip, StringComparison.Ordinal))).ToList();
            if (waiting.Count > 0)
            {
                due.Add(new(await TimeOfAsync(act, task.Service, task.OpenedAt, people.IndexOf(waiting[0])), $"task/{task.Id}", act, waiting[0].Id, task, null, null) { Figures = script.Figures });
            }
        }
    }

    private async Task MeetAsync(List<Guid> strangers, CancellationToken cancellationToken)
    {
        if (strangers.Count == 0)
        {
            return;
        }

        foreach (var person in await db.People.AsNoTracking().Where(x => strangers.Contains(x.Id)).ToListAsync(cancellationToken))
        {
            known.People[person.Id] = person;
        }
    }

    private async Task<Act?> ActOfAsync(WorkTask task, CancellationToken cancellationToken)
    {
        var acts = script.Acts.Where(x => x.Task == task.Kind && (x.Role ?? task.Role) == task.Role && (x.Key ?? task.InstanceKey) == task.InstanceKey).ToList();
        if (acts.TrueForAll(x => x.Nth is null))
        {
            return acts.FirstOrDefault();
        }

        var nth = await db.Tasks.CountAsync(x => x.Service == task.Service && x.Process == task.Process && x.InstanceKey == task.InstanceKey && x.Kind == task.Kind
            && x.Role == task.Role && x.OpenedAt <= task.OpenedAt, cancellationToken);
        return acts.Find(x => (x.Nth ?? nth) == nth);
    }

    private async Task AddInvitationsAsync(string service, List<DueAct> due, CancellationToken cancellationToken)
    {
        var open = await db.DecisionRequests.AsNoTracking().Include(x => x.Invitations).Where(x => x.Service == service && x.State == RequestState.Open).ToListAsync(cancellationToken);
        foreach (var request in open)
        {
            var nth = await db.DecisionRequests.CountAsync(x => x.Service == service && x.Process == request.Process && x.InstanceKey == request.InstanceKey
                && x.BodyKey == request.BodyKey && x.OpenedAt <= request.OpenedAt, cancellationToken);
            var answered = await db.Answers.AsNoTracking().Where(x => x.RequestId == request.Id && x.SupersededAt == null).Select(x => x.InvitationId).ToListAsync(cancellationToken);
            var asked = await db.Questions.AsNoTracking().Where(x => x.RequestId == request.Id).Select(x => x.InvitationId).ToListAsync(cancellationToken);
            foreach (var invitation in request.Standing().Where(x => !x.Interested && !answered.Contains(x.Id)))
            {
                foreach (var act in script.Acts.Where(x => x.Seat == invitation.SeatKey && x.Body == request.BodyKey && (x.Key ?? request.InstanceKey) == request.InstanceKey && (x.Word("paper") ?? request.PaperKind) == request.PaperKind && (x.Nth ?? nth) == nth)
                    .DistinctBy(x => x.Do).Where(x => x.Do != "ask" || !asked.Contains(invitation.Id)))
                {
                    due.Add(new(await TimeOfAsync(act, request.Service, request.OpenedAt, 0), $"decision/{invitation.Id}/{act.Do}", act, invitation.PersonId, null, request, invitation));
                }
            }
        }
    }

    /// <summary>What people do of themselves, on the day that the script says: done when its first command has been.</summary>
    private async Task AddOwnAsync(string service, List<DueAct> due, CancellationToken cancellationToken)
    {
        if (known.WaitingOf(service) is { } waiting)
        {
            due.Add(waiting);
            return;
        }

        while (known.NextOf(service) is { } act)
        {
            var person = (await holders.OfRoleAsync(service, act.Role!, act.On!.Value, cancellationToken)).ElementAtOrDefault((act.Nth ?? 1) - 1)
                ?? throw new RehearsalRefusedException($"The script lets somebody '{act.Do}' on {act.On:yyyy-MM-dd} who does not hold the role {act.Role}.");
            var one = new DueAct(London.At(act.On.Value, act.At), $"own/{service}/{act.On:yyyy-MM-dd}/{act.At:HHmm}", act, person.Id, null, null, null) { OwnService = service };
            if (await db.HandledCommands.FindAsync([randomness.Id(Purpose, Identity(one, 0))], cancellationToken) is null)
            {
                known.WaitsFor(service, one);
                due.Add(one);
                return; // the rest come later, each in its turn
            }

            known.Done(service);
        }
    }

    private async Task<DateTimeOffset> TimeOfAsync(Act act, string service, DateTimeOffset asked, int place)
    {
        var day = act.On ?? (await calendar.WorkingAsync(service)).Add(London.DateOf(asked), new WorkingDays(act.WorkingDays));
        var time = London.At(day, act.At).AddMinutes(10 * place);
        return time > asked ? time : asked.AddMinutes(1);
    }

    /// <summary>The purpose of the ids of scripted commands.</summary>
    public const string Purpose = "scripted-command";

    /// <summary>Identity of what the person sends, for the ids of the commands.</summary>
    public static string Identity(DueAct due, int part) =>
        string.Create(CultureInfo.InvariantCulture, $"{due.Key}/{due.PersonId}/{due.Act.Do}/{part}");
}
