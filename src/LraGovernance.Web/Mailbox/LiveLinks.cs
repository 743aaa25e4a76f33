using System.Text.RegularExpressions;

namespace LraGovernance.Web.Mailbox;

/// <summary>A stretch of a text: an address, or what stands between two.</summary>
internal sealed record TextPiece(string Text, bool IsLink);

/// <summary>Finds the web addresses in a text, so that a page can make links of them and encode the rest.</summary>
internal static partial class LiveLinks
{
    public static IEnumerable<TextPiece> In(string text)
    {
        var end = 0;
        foreach (Match match in Address().Matches(text))
        {
            yield return new(text[end..match.Index], false);
            yield return new(match.Value, true);
            end = match.Index + match.Length;
        }

        yield return new(text[end..], false);
    }

    // The dot or bracket that ends a sentence is not part of the address.
    [GeneratedRegex(@"https?://[^\s<>""]*[^\s<>"".,;:!?)\]*]")]
    private static partial Regex Address();
}
