using LraGovernance.Pipeline;

namespace LraGovernance.Decisions;

/// <summary>What an answer's reason must be, for the page that asks and for the command that records it.</summary>
public static class AnswerRules
{
    public const int LongestReason = 4_000;

    /// <summary>What is wrong with a reason, or null. The first option says yes; any other needs a reason.</summary>
    public static string? ReasonSlip(string option, string? reason, IReadOnlyList<string> options)
    {
        ArgumentNullException.ThrowIfNull(options);
        return TextRules.LengthOf(reason) > LongestReason ? TextRules.TooLong(LongestReason, "Reason")
            : option != options[0] && TextRules.IsBlank(reason) ? $"Enter your reason for \u2018{OptionWords.Of(option)}\u2019"
            : null;
    }
}
