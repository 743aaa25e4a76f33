using System.Globalization;
using System.Text.Json;
using LraGovernance.Pipeline;
using LraGovernance.Running;
using Microsoft.Extensions.Logging;

namespace LraGovernance.Notifications;

/// <summary>Sends one owed mail: claim and commit, hand over, mark and commit. The link exists only in memory, in between.</summary>
public sealed class MailDelivery(
    Commands commands, MailTemplates templates, IMailSender sender, SiteAddress site, Randomness randomness, ICrashPoints crash, ILogger<MailDelivery> log) : IOutsideWork
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

        crash.Pass("before-send");
        var error = await HandOverAsync(claimed, cancellationToken);
        crash.Pass("after-send");
        var mark = randomness.Id("mark-mail", Tokens.Identity(claimed.Mail.Id, claimed.Mail.Attempts));
        await commands.SendAsync(new MarkMail(mark, due.Service, claimed.Mail.Id, error), Timer, cancellationToken);
    }

    private async Task<string?> HandOverAsync(ClaimMailResult.Claimed claimed, CancellationToken cancellationToken)
    {
        var mail = claimed.Mail;
        if (claimed.Recipient is not { } person)
        {
            return "the recipient is not known any more";
        }

        var words = JsonSerializer.Deserialize<Dictionary<string, string>>(mail.Data)!;
        words["name"] = person.Name;
        words["site"] = site.BaseUrl.ToString();
        if (claimed.Token is { } token)
        {
            words["link"] = site.Link(mail.LinkPurpose == LinkPurpose.Decide ? $"decide/{token}" : $"sign-in/link/{token}");
        }

        if (words.TryGetValue("path", out var path))
        {
            words["page"] = site.Link(path);
        }

        try
        {
            var rendered = MailTemplates.Render(templates.Named(mail.Template), words);
            await sender.SendAsync(
                new(mail.Id, $"<{mail.Id:N}@{site.BaseUrl.Host}>", person.Name, person.Email, rendered.Subject, rendered.Text, rendered.Html), cancellationToken);
            return null;
        }
        catch (Exception failure) when (failure is not OperationCanceledException)
        {
            log.LogError(failure, "Mail {Mail} could not be handed over", mail.Id);
            return failure.GetType().Name;
        }
    }
}
