using System.Text.RegularExpressions;

namespace LraGovernance.Notifications;

/// <summary>
/// GOV.UK Notify reads what stands in a placeholder as its own Markdown: what people typed must neither become markup nor a link.
/// It makes a link of every address that begins with <c>http</c>, so one that was typed is broken up where nobody sees it.
/// </summary>
internal static partial class NotifyMarkdown
{
    private const char Invisible = '\u200B';

    internal static string Escape(string word) => Special().Replace(word, @"\$0")
        .Replace("://", $":{Invisible}//", StringComparison.Ordinal)
        .Replace("^", $"{Invisible}^", StringComparison.Ordinal);

    [GeneratedRegex(@"[\\`*{}\[\]()#+\-.!_>~|]")]
    private static partial Regex Special();
}
