using System.Globalization;
using System.Text.Json;
using LraGovernance.Data;
using LraGovernance.Pipeline;
using LraGovernance.Running;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace LraGovernance.Notifications;

/// <summary>Sends one owed mail: claim and commit, hand over, mark and commit. The link exists only in memory, in between.</summary>
public sealed class MailDelivery(
    IServiceScopeFactory scopes, Commands commands, MailTemplates templates, IMailSender sender, SiteAddress site,
    Randomness randomness, TimeProvider clock, ICrashPoints crash, ILogger<MailDelivery> log) : IOutsideWork
{
    private static readonly TimeSpan SignInLinkLives = TimeSpan.FromMinutes(30);
    private static readonly Actor Timer = Actor.System("timer");

    public string Kind => Outbox.AgendaKind;

    public async Task PerformAsync(Due due, CancellationToken cancellationToken)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<GovernanceDb>();
        var id = Guid.Parse(due.Key);
        if (await db.Outbox.AsNoTracking().SingleOrDefaultAsync(x => x.Id == id, cancellationToken) is not { } mail)
        {
            return;
        }

        var template = templates.Named(mail.Template);
        var identity = TokenIdentity(mail.Id, mail.Attempts + 1);
        var token = template.CarriesLink ? randomness.Token("link", identity) : null;
        var claim = new ClaimMail(
            randomness.Id("claim-mail", identity), mail.Service, mail.Id, due.At, token is null ? null : Tokens.Hash(token), PurposeOf(mail),
            mail.InvitationId is null ? clock.GetUtcNow() + SignInLinkLives : null);
        if (await commands.SendAsync(claim, Timer, cancellationToken) is not ClaimMailResult.Claimed)
        {
            return;
        }

        crash.Pass("before-send");
        var error = await HandOverAsync(db, mail, template, token, cancellationToken);
        crash.Pass("after-send");
        await commands.SendAsync(new MarkMail(randomness.Id("mark-mail", identity), mail.Service, mail.Id, error), Timer, cancellationToken);
    }

    /// <summary>What a mail's link is derived from in a rehearsal: the mail and its attempt.</summary>
    public static string TokenIdentity(Guid mailId, int attempt) => string.Create(CultureInfo.InvariantCulture, $"{mailId}/{attempt}");

    private async Task<string?> HandOverAsync(GovernanceDb db, OutboxMail mail, MailTemplate template, string? token, CancellationToken cancellationToken)
    {
        if (await db.People.AsNoTracking().SingleOrDefaultAsync(x => x.Id == mail.PersonId, cancellationToken) is not { } person)
        {
            return "the recipient is not known any more";
        }

        var words = JsonSerializer.Deserialize<Dictionary<string, string>>(mail.Data)!;
        words["name"] = person.Name;
        words["site"] = site.BaseUrl.ToString();
        if (token is not null)
        {
            words["link"] = site.Link(PurposeOf(mail) == LinkPurpose.Decide ? $"decide/{token}" : $"sign-in/link/{token}");
        }

        if (words.TryGetValue("path", out var path))
        {
            words["page"] = site.Link(path);
        }

        try
        {
            var rendered = MailTemplates.Render(template, words);
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

    private static LinkPurpose PurposeOf(OutboxMail mail) => mail.InvitationId is null ? LinkPurpose.SignIn : LinkPurpose.Decide;
}
