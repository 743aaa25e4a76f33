using System.Globalization;

namespace LraGovernance.Web.Pages.Register;

/// <summary>How what is public and what is not are worded.</summary>
internal static class RegisterWords
{
    /// <summary>Part 1 of Schedule 12A to the Local Government Act 1972, as amended in 2006.</summary>
    public static string Exempt(int? paragraph) => string.Create(CultureInfo.InvariantCulture, $"Exempt: Schedule 12A, paragraph {paragraph} ({paragraph switch
    {
        1 => "information relating to an individual",
        2 => "information likely to reveal who an individual is",
        3 => "financial or business affairs of a person or body",
        4 => "consultations or negotiations about labour relations",
        5 => "legal professional privilege",
        6 => "a proposed notice, order or direction",
        7 => "the prevention, investigation or prosecution of crime",
        _ => "no paragraph is recorded",
    }})");

    public static string Kind(string kind) => char.ToUpperInvariant(kind[0]) + kind[1..].Replace('-', ' ');
}
