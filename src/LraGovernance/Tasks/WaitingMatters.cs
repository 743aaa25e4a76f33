using LraGovernance.Data;
using LraGovernance.Decisions;
using LraGovernance.Notifications;
using Microsoft.EntityFrameworkCore;

namespace LraGovernance.Tasks;

/// <summary>What is open, of whom it is asked and who has not answered; for one process, or for all.</summary>
internal sealed class WaitingMatters(GovernanceDb db, TimeProvider clock)
{
    internal async Task<IReadOnlyList<WaitingMatter>> ReadAsync(Guid? instance, CancellationToken cancellationToken)
    {
        var names = await db.People.AsNoTracking().ToDictionaryAsync(x => x.Id, x => x.Name, cancellationToken);
        return
        [
            .. (await TasksAsync(instance, names, cancellationToken)).Concat(await DecisionsAsync(instance, names, cancellationToken))
                .OrderBy(x => x.DueAt ?? DateTimeOffset.MaxValue).ThenBy(x => x.Title, StringComparer.Ordinal),
        ];
    }

    private async Task<IEnumerable<WaitingMatter>> TasksAsync(Guid? instance, Dictionary<Guid, string> names, CancellationToken cancellationToken)
    {
        var titles = (await db.Roles.AsNoTracking().ToListAsync(cancellationToken)).ToDictionary(x => (x.Service, x.Key), x => x.Title);
        var tasks = await db.Tasks.AsNoTracking().Include(x => x.Assignees)
            .Where(x => x.State == TaskState.Open && (instance == null || x.InstanceId == instance)).ToListAsync(cancellationToken);
        return tasks.Select(task => new WaitingMatter(
            task.InstanceId, task.BookmarkId, task.Title, task.About, titles.GetValueOrDefault((task.Service, task.Role), task.Role), task.DueAt, task.Late, false,
            [.. task.Assignees.Select(x => new AskedPerson(x.PersonId, names[x.PersonId], null, false, x.DoneAt is not null, $"/tasks/{task.Id}", null))
                .OrderBy(x => x.Name, StringComparer.Ordinal)]));
    }

    private async Task<IEnumerable<WaitingMatter>> DecisionsAsync(Guid? instance, Dictionary<Guid, string> names, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        var open = await db.DecisionRequests.AsNoTracking().Include(x => x.Invitations)
            .Where(x => x.State == RequestState.Open && (instance == null || x.InstanceId == instance)).ToListAsync(cancellationToken);
        var invitations = open.SelectMany(x => x.Invitations).Select(x => x.Id).ToList();
        var answered = (await db.Answers.AsNoTracking().Where(x => invitations.Contains(x.InvitationId) && x.SupersededAt == null)
            .Select(x => x.InvitationId).ToListAsync(cancellationToken)).ToHashSet();
        var sent = await db.Outbox.AsNoTracking().Where(x => x.State == MailState.Sent && x.InvitationId != null && invitations.Contains(x.InvitationId!.Value))
            .Select(x => new { Invitation = x.InvitationId!.Value, x.Id, x.SentAt }).ToListAsync(cancellationToken);
        var mails = sent.GroupBy(x => x.Invitation).ToDictionary(x => x.Key, x => (Guid?)x.MaxBy(mail => mail.SentAt)!.Id);
        return open.Select(request => new WaitingMatter(
            request.InstanceId, request.BookmarkId, request.Title, request.About, request.BodyName, request.DeadlineAt, request.DeadlineAt < now, true,
            [.. request.Standing().Where(x => !x.Interested).Select(x => new AskedPerson(
                x.PersonId, names[x.PersonId], x.RoleTitle, x.OnBehalfOfId is not null, answered.Contains(x.Id), $"/decision/{x.Id}", mails.GetValueOrDefault(x.Id)))]));
    }
}
