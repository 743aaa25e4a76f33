using System.Text.Json;

namespace LraGovernance.Notifications;

/// <summary>Whom mails may go to: everybody, or only addresses of these domains (a site for trying out must not write to the council).</summary>
public sealed record MailRecipients(IReadOnlyCollection<string>? Domains)
{
    public static readonly MailRecipients Everybody = new((IReadOnlyCollection<string>?)null);

    public bool Include(string address) =>
        Domains is null || Domains.Contains(address[(address.LastIndexOf('@') + 1)..], StringComparer.OrdinalIgnoreCase);
}

/// <summary>Turns a claimed mail into one that can leave: name and address of today, and the link, which exists nowhere else.</summary>
public sealed class MailPreparation(MailTemplates templates, SiteAddress site)
{
    /// <exception cref="InvalidOperationException">The template lacks a word, or there is no such template.</exception>
    public OutgoingMail Prepare(ClaimMailResult.Claimed claimed)
    {
        var (mail, person) = (claimed.Mail, claimed.Recipient!);
        var words = mail.Words();
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

        var lines = words.TryGetValue(MailTemplates.Lines, out var listed) ? JsonSerializer.Deserialize<List<DigestLine>>(listed)! : [];
        var rendered = MailTemplates.Render(templates.Named(mail.Template), words, [.. lines.Select(x => x with { Path = x.Path is null ? null : site.Link(x.Path) })]);
        return new(mail.Id, $"<{mail.Id:N}@{site.BaseUrl.Host}>", person.Name, person.Email, rendered.Subject, rendered.Text, rendered.Html, rendered.Markdown);
    }
}
