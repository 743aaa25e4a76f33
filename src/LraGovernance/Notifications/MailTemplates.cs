using System.Reflection;
using System.Text.RegularExpressions;
using Markdig;

namespace LraGovernance.Notifications;

/// <summary>A mail as it is written: a subject, and Markdown with <c>{{words}}</c> to fill in.</summary>
public sealed record MailTemplate(string Name, string Subject, string Body)
{
    /// <summary>The mail carries a link of its own, minted when it is sent.</summary>
    public bool CarriesLink => Body.Contains("{{link}}", StringComparison.Ordinal);
}

public sealed record RenderedMail(string Subject, string Text, string Html, string Markdown);

/// <summary>The mail templates, embedded beside the code that uses them: their Markdown without its emphasis is the text part, rendered it is the HTML part.</summary>
public sealed partial class MailTemplates
{
    private const string Prefix = "Templates.", Emphasis = "**";

    /// <summary>Words that we make ourselves, and that must stay links.</summary>
    private static readonly HashSet<string> Addresses = ["link", "page", "site"];

    /// <summary>The word that stands for the list of a digest.</summary>
    internal const string Lines = "lines";

    private static readonly MarkdownPipeline Pipeline = new MarkdownPipelineBuilder().DisableHtml().Build();

    private readonly Dictionary<string, MailTemplate> _templates = Load();

    public IReadOnlyCollection<string> Names => _templates.Keys;

    /// <exception cref="InvalidOperationException">There is no such template.</exception>
    public MailTemplate Named(string name) => _templates.TryGetValue(name, out var template) ? template
        : throw new InvalidOperationException($"There is no mail template '{name}'.");

    /// <summary>What a mail is about, in one line.</summary>
    internal string SubjectOf(OutboxMail mail)
    {
        var template = Named(mail.Template);
        return OneLine(Fill(template, template.Subject, mail.Words(), (_, word) => word));
    }

    /// <exception cref="InvalidOperationException">A word of the template is not given.</exception>
    internal static RenderedMail Render(MailTemplate template, IReadOnlyDictionary<string, string> words, params IReadOnlyList<DigestLine> lines)
    {
        var subject = OneLine(Fill(template, template.Subject, words, (_, word) => word));
        var plain = template.Body.Replace(Emphasis, "", StringComparison.Ordinal);
        var html = Markdown.ToHtml(Body(template.Body, Escape, x => $"<{x}>"), Pipeline);
        return new(subject, Body(plain, x => x, x => x), MailLayout.Wrap(subject, html), Body(plain, NotifyMarkdown.Escape, x => x));

        string Body(string body, Func<string, string> escape, Func<string, string> address) => Fill(template, body, words, (name, word) =>
            name == Lines ? List(lines, escape, address) : Addresses.Contains(name) ? address(word) : escape(word));
    }

    /// <summary>A list in Markdown, which reads as one in plain text as well.</summary>
    private static string List(IReadOnlyList<DigestLine> lines, Func<string, string> escape, Func<string, string> address) =>
        string.Join('\n', lines.Select(x => $"- {escape(x.Subject)}" + (x.Path is null ? "" : $": {address(x.Path)}")));

    private static string Fill(MailTemplate template, string text, IReadOnlyDictionary<string, string> words, Func<string, string, string> write) =>
        Word().Replace(text, match => words.TryGetValue(match.Groups[1].Value, out var word)
            ? write(match.Groups[1].Value, word)
            : throw new InvalidOperationException($"The mail template '{template.Name}' needs the word '{match.Groups[1].Value}'."));

    /// <summary>What people type is text, never markup: a link in a title must not become a link in our mail.</summary>
    private static string Escape(string word) => Special().Replace(word, @"\$0");

    private static string OneLine(string subject) => subject.ReplaceLineEndings(" ");

    private static Dictionary<string, MailTemplate> Load()
    {
        var assembly = Assembly.GetExecutingAssembly();
        var templates = new Dictionary<string, MailTemplate>();
        foreach (var resource in assembly.GetManifestResourceNames().Where(x => x.StartsWith(Prefix, StringComparison.Ordinal)))
        {
            using var reader = new StreamReader(assembly.GetManifestResourceStream(resource)!);
            var (subject, body) = (reader.ReadLine()!, reader.ReadToEnd().ReplaceLineEndings("\n").Trim() + "\n");
            var name = Path.GetFileNameWithoutExtension(resource[Prefix.Length..]);
            templates.Add(name, new(name, subject["Subject: ".Length..], body));
        }

        return templates;
    }

    [GeneratedRegex(@"\{\{([a-zA-Z]+)\}\}")]
    private static partial Regex Word();

    [GeneratedRegex(@"[\\`*_{}\[\]()<>#+\-!|~:./@&]")]
    private static partial Regex Special();
}
