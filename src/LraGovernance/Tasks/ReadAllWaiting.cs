using LraGovernance.Data;
using LraGovernance.Decisions;
using LraGovernance.Notifications;
using LraGovernance.Pipeline;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace LraGovernance.Tasks;

/// <summary>Everything that waits for anybody, soonest first: what a demonstration shows of its day.</summary>
[SystemOnly]
public sealed record ReadAllWaiting : IQuery<IReadOnlyList<WaitingMatter>>;

/// <param name="AskedOf">The role or the body.</param>
/// <param name="Asked">Who takes part, whether or not they have answered; nobody with a declared interest.</param>
public sealed record WaitingMatter(
    string Title, string AskedOf, DateTimeOffset? DueAt, bool Late, bool IsDecision, IReadOnlyList<AskedPerson> Asked);

/// <param name="Capacity">The seat on the body, and for whom, where it is a decision.</param>
/// <param name="MailId">The newest mail with a link, where one was sent.</param>
public sealed record AskedPerson(Guid PersonId, string Name, string? Capacity, bool Deputy, bool Answered, string Path, Guid? MailId);

internal sealed class ReadAllWaitingHandler(GovernanceDb db, TimeProvider clock) : IRequestHandler<ReadAllWaiting, IReadOnlyList<WaitingMatter>>
{
    public async Task<IReadOnlyList<WaitingMatter>> Handle(ReadAllWaiting request, CancellationToken cancellationToken)
    {
        var names = await db.People.AsNoTracking().ToDictionaryAsync(x => x.Id, x => x.Name, cancellationToken);
        return
        [
            .. (await TasksAsync(names, cancellationToken)).Concat(await DecisionsAsync(names, cancellationToken))
                .OrderBy(x => x.DueAt ?? DateTimeOffset.MaxValue).ThenBy(x => x.Title, StringComparer.Ordinal),
        ];
    }

    private async Task<IEnumerable<WaitingMatter>> TasksAsync(Dictionary<Guid, string> names, CancellationToken cancellationToken)
    {
        var titles = (await db.Roles.AsNoTracking().ToListAsync(cancellationToken)).ToDictionary(x => (x.Service, x.Key), x => x.Title);
        var tasks = await db.Tasks.AsNoTracking().Include(x => x.Assignees).Where(x => x.State == TaskState.Open).ToListAsync(cancellationToken);
        return tasks.Select(task => new WaitingMatter(
            task.Title, titles.GetValueOrDefault((task.Service, task.Role), task.Role), task.DueAt, task.Late, false,
            [.. task.Assignees.Select(x => new AskedPerson(x.PersonId, names[x.PersonId], null, false, x.DoneAt is not null, $"/tasks/{task.Id}", null))
                .OrderBy(x => x.Name, StringComparer.Ordinal)]));
    }

    private async Task<IEnumerable<WaitingMatter>> DecisionsAsync(Dictionary<Guid, string> names, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        var open = await db.DecisionRequests.AsNoTracking().Include(x => x.Invitations).Where(x => x.State == RequestState.Open).ToListAsync(cancellationToken);
        var invitations = open.SelectMany(x => x.Invitations).Select(x => x.Id).ToList();
        var answered = (await db.Answers.AsNoTracking().Where(x => invitations.Contains(x.InvitationId) && x.SupersededAt == null)
            .Select(x => x.InvitationId).ToListAsync(cancellationToken)).ToHashSet();
        var sent = await db.Outbox.AsNoTracking().Where(x => x.State == MailState.Sent && x.InvitationId != null && invitations.Contains(x.InvitationId!.Value))
            .Select(x => new { Invitation = x.InvitationId!.Value, x.Id, x.SentAt }).ToListAsync(cancellationToken);
        var mails = sent.GroupBy(x => x.Invitation).ToDictionary(x => x.Key, x => (Guid?)x.MaxBy(mail => mail.SentAt)!.Id);
        return open.Select(request => new WaitingMatter(
            request.Title, request.BodyName, request.DeadlineAt, request.DeadlineAt < now, true,
            [.. request.Invitations.Where(x => !x.Interested).OrderBy(x => x.Position).Select(x => new AskedPerson(
                x.PersonId, names[x.PersonId], x.RoleTitle, x.OnBehalfOfId is not null, answered.Contains(x.Id), $"/decision/{x.Id}", mails.GetValueOrDefault(x.Id)))]));
    }
}
