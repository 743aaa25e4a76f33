using System.Globalization;
using System.Net.Mail;
using System.Net.Mime;
using System.Text;
using System.Text.RegularExpressions;
using LraGovernance.Notifications;

namespace LraGovernance.Web.Mailbox;

/// <summary>
/// Reads an .eml file as our sender writes it: one text part, or an alternative of text and HTML, each base64,
/// quoted-printable or plain. It is not a mail reader: what is nested deeper is a fault.
/// </summary>
internal static partial class MailParser
{
    public const int MostBytes = 1_000_000;
    private const int MostHeaders = 100;
    private const int MostParts = 10;

    /// <exception cref="FormatException">It is not such a mail; the message says why.</exception>
    public static MailFile Parse(Guid? id, string fileName, byte[] file)
    {
        // Latin-1 keeps every byte, so that a part can be given its own character set later.
        var (headers, body) = Split(Encoding.Latin1.GetString(file).ReplaceLineEndings("\n"));
        if (headers.Count == 0 || !headers.ContainsKey("From"))
        {
            throw new FormatException("The file does not begin like a mail.");
        }

        var (text, html) = Bodies(headers, body);
        var to = Recipient(headers.GetValueOrDefault("To", ""));
        return new(id, fileName, to.Name, to.Address, Words(headers.GetValueOrDefault("Subject", "")), SentAt(headers), text, html);
    }

    private static (Dictionary<string, string> Headers, string Body) Split(string mail)
    {
        var end = mail.IndexOf("\n\n", StringComparison.Ordinal);
        var head = end < 0 ? mail : mail[..end];
        var headers = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        foreach (var line in Folding().Replace(head, " ").Split('\n', MostHeaders + 1, StringSplitOptions.RemoveEmptyEntries))
        {
            var colon = line.IndexOf(':', StringComparison.Ordinal);
            if (colon <= 0 || headers.Count == MostHeaders)
            {
                throw new FormatException("The file's headers are not those of a mail.");
            }

            headers.TryAdd(line[..colon].Trim(), line[(colon + 1)..].Trim());
        }

        return (headers, end < 0 ? "" : mail[(end + 2)..]);
    }

    private static (string Text, string Html) Bodies(Dictionary<string, string> headers, string body)
    {
        var type = TypeOf(headers);
        if (!type.MediaType.StartsWith("multipart/", StringComparison.OrdinalIgnoreCase))
        {
            var single = Decode(headers, type, body);
            return IsHtml(type) ? ("", single) : (single, "");
        }

        var (text, html) = ("", "");
        foreach (var part in ("\n" + body).Split("\n--" + (type.Boundary ?? throw new FormatException("The mail's parts have no boundary.")), MostParts + 2)[1..])
        {
            if (part.StartsWith("--", StringComparison.Ordinal))
            {
                break;
            }

            var (own, content) = Split(part.TrimStart('\n'));
            var kind = TypeOf(own);
            (text, html) = IsHtml(kind) ? (text, Decode(own, kind, content))
                : kind.MediaType == MediaTypeNames.Text.Plain ? (Decode(own, kind, content), html) : (text, html);
        }

        return (text, html);
    }

    private static string Decode(Dictionary<string, string> headers, ContentType type, string content)
    {
        var bytes = headers.GetValueOrDefault("Content-Transfer-Encoding", "7bit").ToLowerInvariant() switch
        {
            "base64" => Convert.FromBase64String(content),
            "quoted-printable" => Quoted(SoftBreak().Replace(content, "")),
            "7bit" or "8bit" or "binary" => Encoding.Latin1.GetBytes(content),
            var other => throw new FormatException($"A part of the mail is encoded as '{other}', which is not read here."),
        };
        return CharacterSet(type.CharSet).GetString(bytes);
    }

    private static byte[] Quoted(string text) => Encoding.Latin1.GetBytes(Hex().Replace(text, match =>
        ((char)byte.Parse(match.Groups[1].ValueSpan, NumberStyles.HexNumber, CultureInfo.InvariantCulture)).ToString()));

    /// <summary>A header's text with its encoded words read.</summary>
    private static string Words(string header) => EncodedWord().Replace(BetweenWords().Replace(header, "?==?"), match =>
    {
        var (charset, encoding, text) = (match.Groups[1].Value, match.Groups[2].Value, match.Groups[3].Value);
        var bytes = encoding is "b" or "B" ? Convert.FromBase64String(text) : Quoted(text.Replace('_', ' '));
        return CharacterSet(charset).GetString(bytes);
    });

    private static (string Name, string Address) Recipient(string to) =>
        MailAddress.TryCreate(to, out var address) ? (Words(address.DisplayName), address.Address) : ("", Words(to));

    private static DateTimeOffset? SentAt(Dictionary<string, string> headers) =>
        DateTimeOffset.TryParse(
            headers.GetValueOrDefault(PickupFolderSender.SentAtHeader) ?? headers.GetValueOrDefault("Date"),
            CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var at) ? at : null;

    private static ContentType TypeOf(Dictionary<string, string> headers) => new(headers.GetValueOrDefault("Content-Type", "text/plain; charset=us-ascii"));

    private static bool IsHtml(ContentType type) => type.MediaType == MediaTypeNames.Text.Html;

    private static Encoding CharacterSet(string? name)
    {
        try
        {
            return Encoding.GetEncoding(name ?? "us-ascii");
        }
        catch (ArgumentException)
        {
            throw new FormatException($"A part of the mail is written in '{name}', which is not read here.");
        }
    }

    [GeneratedRegex(@"\n[ \t]+")]
    private static partial Regex Folding();

    [GeneratedRegex(@"=[ \t]*\n")]
    private static partial Regex SoftBreak();

    [GeneratedRegex("=([0-9A-Fa-f]{2})")]
    private static partial Regex Hex();

    [GeneratedRegex(@"=\?([^?\s]+)\?([bBqQ])\?([^?\s]*)\?=")]
    private static partial Regex EncodedWord();

    [GeneratedRegex(@"\?=\s+=\?")]
    private static partial Regex BetweenWords();
}
