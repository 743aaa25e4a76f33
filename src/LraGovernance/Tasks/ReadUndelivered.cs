using System.Text.Json;
using LraGovernance.Data;
using LraGovernance.Notifications;
using LraGovernance.Pipeline;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace LraGovernance.Tasks;

/// <summary>The mail that a task "An email did not arrive" is about; null for anybody whom that task does not ask.</summary>
[KnownPerson]
public sealed record ReadUndelivered(Guid TaskId) : IQuery<UndeliveredMail?>;

/// <param name="Recipient">Name of the person; null when erased.</param>
/// <param name="Subject">What the mail was about.</param>
/// <param name="QueuedAt">Since when it was owed.</param>
/// <param name="Why">What the mail server said at last.</param>
/// <param name="MayHaveArrived">An answer of the mail server was lost on the way, so it may have arrived all the same.</param>
/// <param name="CanBeSentAgain">It still stands as not delivered.</param>
public sealed record UndeliveredMail(string? Recipient, string? Address, string Subject, DateTimeOffset QueuedAt, string Why, bool MayHaveArrived, bool CanBeSentAgain);

internal sealed class ReadUndeliveredHandler(GovernanceDb db, MailTemplates templates, Caller caller) : IRequestHandler<ReadUndelivered, UndeliveredMail?>
{
    public async Task<UndeliveredMail?> Handle(ReadUndelivered request, CancellationToken cancellationToken)
    {
        var task = await db.Tasks.AsNoTracking().SingleOrDefaultAsync(
            x => x.Id == request.TaskId && x.Kind == TellOfUndelivered.TaskKind && x.Assignees.Any(a => a.PersonId == caller.Actor.PersonId), cancellationToken);
        if (task is null || await db.Outbox.AsNoTracking().SingleOrDefaultAsync(x => x.Id == TellOfUndelivered.MailOf(task), cancellationToken) is not { } mail)
        {
            return null;
        }

        var person = await db.People.AsNoTracking().SingleOrDefaultAsync(x => x.Id == mail.PersonId, cancellationToken);
        return new(
            person?.Name, person?.Email, templates.SubjectOf(mail), mail.QueuedAt, mail.LastError ?? "", mail.UnknownAt is not null, mail.State == MailState.Failed);
    }
}
