using System.Diagnostics.CodeAnalysis;
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

    /// <summary>Something that can be seen is written: spaces and characters without a shape are not enough.</summary>
    public static IRuleBuilderOptions<T, string?> Written<T>(this IRuleBuilder<T, string?> rule, string otherwise) =>
        rule.Must(x => !IsBlank(x)).WithMessage(otherwise);

    /// <summary>A name: two letters at least, or one of a script whose letters are words.</summary>
    public static IRuleBuilderOptions<T, string?> FullName<T>(this IRuleBuilder<T, string?> rule) =>
        rule.Must(x => x?.Count(char.IsLetter) >= 2 || x?.Any(c => char.GetUnicodeCategory(c) == UnicodeCategory.OtherLetter) == true)
            .WithMessage("Enter your full name").AtMost(200, "Your full name");

    public static bool IsBlank([NotNullWhen(false)] string? text) =>
        text is null || text.All(c => char.IsWhiteSpace(c) || char.GetUnicodeCategory(c) is UnicodeCategory.Control or UnicodeCategory.Format);

    public static int LengthOf(string? text) => text?.ReplaceLineEndings("\n").Length ?? 0;

    public static string TooLong(int characters, string what) =>
        string.Create(CultureInfo.GetCultureInfo("en-GB"), $"{what} must be {characters:N0} characters or less");
}
