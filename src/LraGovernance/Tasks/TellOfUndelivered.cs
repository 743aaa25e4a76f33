using LraGovernance.Calendar;
using LraGovernance.Data;
using LraGovernance.Decisions;
using LraGovernance.Notifications;
using LraGovernance.People;
using LraGovernance.Running;
using Microsoft.EntityFrameworkCore;

namespace LraGovernance.Tasks;

/// <summary>
/// A mail will not arrive: the owner of the matter is asked to reach the person another way, since a silent failure is a lost
/// decision. For a decision that is the owner of its paper, for anything else the commissioner; the administrator where the mail
/// was for the only one of them.
/// </summary>
internal sealed class TellOfUndelivered(GovernanceDb db, IEnumerable<IPaperSource> papers, TaskDesk tasks, Holders holders, TimeProvider clock) : IAgendaWork
{
    internal const string TaskKind = "undelivered-mail";
    private const string Otherwise = "commissioner";
    private const string LastResort = "administrator";

    public string Kind => Outbox.UndeliveredKind;

    public async Task PerformAsync(AgendaItem item, CancellationToken cancellationToken)
    {
        db.Agenda.Remove(item);
        var id = Guid.Parse(item.Key);
        var mail = await db.Outbox.AsNoTracking().SingleAsync(x => x.Id == id, cancellationToken);
        if (!await TellsOfAnotherAsync(mail, cancellationToken) && await RoleAsync(mail, cancellationToken) is { } role)
        {
            await tasks.OpenAsync(new NewTask($"undelivered/{mail.Id}/{mail.Attempts}", mail.Service, TaskKind, "An email did not arrive", role)
            {
                Process = mail.Process ?? "", InstanceKey = mail.InstanceKey ?? "", Subject = $"mail/{mail.Id}", DueWorkingDays = 2,
                Guidance = "The email could not be delivered, so the person may not know what is asked of them. Reach them another way.",
            }, cancellationToken);
        }
    }

    internal static Guid MailOf(WorkTask task) => Guid.Parse(task.Subject!["mail/".Length..]);

    /// <summary>A mail about a task of this kind: where no mail arrives at all, one would lead to the next without end.</summary>
    private async Task<bool> TellsOfAnotherAsync(OutboxMail mail, CancellationToken cancellationToken) =>
        mail.Words().GetValueOrDefault("path")?.Split('/') is ["tasks", var task] && Guid.TryParse(task, out var id)
        && await db.Tasks.AnyAsync(x => x.Id == id && x.Kind == TaskKind, cancellationToken);

    private async Task<string?> RoleAsync(OutboxMail mail, CancellationToken cancellationToken)
    {
        var owner = mail.InvitationId is { } invitation ? await OwnerAsync(invitation, cancellationToken) : Otherwise;
        var today = London.DateOf(clock.GetUtcNow());
        foreach (var role in (string[])[owner, Otherwise, LastResort])
        {
            if ((await holders.OfRoleAsync(mail.Service, role, today, cancellationToken)).Any(x => x.Id != mail.PersonId))
            {
                return role;
            }
        }

        return null;
    }

    private async Task<string> OwnerAsync(Guid invitation, CancellationToken cancellationToken)
    {
        var request = await db.RequestOf(invitation).AsNoTracking().SingleAsync(cancellationToken);
        return (await papers.Single(x => x.Kind == request.PaperKind).FindAsync(request.Service, request.InstanceKey, cancellationToken)).OwnerRole;
    }
}
