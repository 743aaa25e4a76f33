using System.Globalization;
using LraGovernance.Pipeline;
using LraGovernance.Running;
using Microsoft.Extensions.Logging;

namespace LraGovernance.Notifications;

/// <summary>Sends one owed mail: claim and commit, prepare, say that it is being sent and commit, hand over, mark and commit.</summary>
public sealed class MailDelivery(
    Commands commands, MailPreparation preparation, MailRecipients recipients, IMailSender sender, Randomness randomness, ICrashPoints crash, ILogger<MailDelivery> log) : IOutsideWork
{
    private static readonly Actor Timer = Actor.System("timer");

    public string Kind => Outbox.AgendaKind;

    public async Task PerformAsync(Due due, CancellationToken cancellationToken)
    {
        var claim = randomness.Id("claim-mail", string.Create(CultureInfo.InvariantCulture, $"{due.Key}/{due.At:O}"));
        if (await commands.SendAsync(new ClaimMail(claim, due.Service, Guid.Parse(due.Key), due.At), Timer, cancellationToken) is not ClaimMailResult.Claimed claimed)
        {
            return;
        }

        var mail = claimed.Mail;
        if (await HandOverAsync(claimed, cancellationToken) is { } became)
        {
            var id = randomness.Id("mark-mail", Tokens.Identity(mail.Id, mail.Attempts));
            await commands.SendAsync(new MarkMail(id, due.Service, mail.Id, mail.Attempts, became), Timer, cancellationToken);
        }
    }

    /// <returns>What became of it; null when somebody else has the mail now.</returns>
    private async Task<HandOver?> HandOverAsync(ClaimMailResult.Claimed claimed, CancellationToken cancellationToken)
    {
        var mail = claimed.Mail;
        if (claimed.Recipient is not { } person)
        {
            return new HandOver.Refused("the recipient is not known any more");
        }

        if (!recipients.Include(person.Email))
        {
            return new HandOver.Refused("outside Production only addresses of Mail:AllowedDomains are sent anything");
        }

        try
        {
            if (mail.UnknownAt is not null && await sender.HasAsync(mail.Id, cancellationToken) == true)
            {
                return new HandOver.Taken();
            }

            return await SendAsync(mail, preparation.Prepare(claimed), cancellationToken);
        }
        catch (Exception failure) when (failure is not OperationCanceledException)
        {
            log.LogError(failure, "Mail {Mail} could not be prepared", mail.Id);
            return new HandOver.PutOff(failure.GetType().Name);
        }
    }

    private async Task<HandOver?> SendAsync(OutboxMail mail, OutgoingMail outgoing, CancellationToken cancellationToken)
    {
        var id = randomness.Id("start-sending", Tokens.Identity(mail.Id, mail.Attempts));
        if (await commands.SendAsync(new StartSending(id, mail.Service, mail.Id, mail.Attempts), Timer, cancellationToken) is not StartSendingResult.Started)
        {
            return null;
        }

        crash.Pass("before-send");
        HandOver became;
        try
        {
            became = await sender.SendAsync(outgoing, cancellationToken);
        }
        catch (Exception failure) when (failure is not OperationCanceledException)
        {
            log.LogError(failure, "Mail {Mail} could not be handed over", mail.Id);
            became = new HandOver.Unknown(failure.GetType().Name);
        }

        crash.Pass("after-send");
        if (became is not HandOver.Taken)
        {
            log.LogWarning("Mail {Mail} was not handed over: {Became}", mail.Id, became);
        }

        return became;
    }
}
