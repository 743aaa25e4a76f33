using System.Text.RegularExpressions;

namespace LraGovernance.Decisions;

/// <summary>An option's name as people read it: AskForChanges is "Ask for changes".</summary>
public static partial class OptionWords
{
    public static string Of(string option)
    {
        var words = WordStart().Replace(option, " $1").ToLowerInvariant();
        return char.ToUpperInvariant(words[0]) + words[1..];
    }

    [GeneratedRegex("(?<!^)([A-Z])")]
    private static partial Regex WordStart();
}
