using System.Globalization;
using FluentValidation;

namespace LraGovernance.Pipeline;

internal static class TextRules
{
    /// <summary>
    /// At most so many characters, counted as the page counts them while one types: a form posts a line break as two.
    /// </summary>
    /// <param name="rule">The text's rule.</param>
    /// <param name="characters">The most allowed.</param>
    /// <param name="what">How the field is called at the start of a sentence.</param>
    public static IRuleBuilderOptions<T, string?> AtMost<T>(this IRuleBuilder<T, string?> rule, int characters, string what) =>
        rule.Must(x => LengthOf(x) <= characters).WithMessage(TooLong(characters, what));

    public static int LengthOf(string? text) => text?.ReplaceLineEndings("\n").Length ?? 0;

    public static string TooLong(int characters, string what) =>
        string.Create(CultureInfo.GetCultureInfo("en-GB"), $"{what} must be {characters:N0} characters or less");
}
