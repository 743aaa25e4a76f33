namespace LraGovernance.Register;

/// <summary>What the public may see. Pure; recorded choices, for the papers say only that a paper has a classification .</summary>
public static class PublicationRule
{
    /// <summary>Part 1 of Schedule 12A to the Local Government Act 1972 has seven descriptions of exempt information.</summary>
    public const int LastExemptParagraph = 7;

    private static readonly string[] OpenKinds = ["annual-report", "part-year-update", "specification", "service-plan", "decision", "paper", "change"];

    /// <summary>The classification of a process's documents until somebody changes it: what is made for the public is unrestricted, and so is what a change to the public specification
    /// is called and what it does to the budget, once the Board has decided on it; other cases are internal.</summary>
    /// <param name="kind">Kind of document, decision or case.</param>
    public static Classification Default(string kind) => OpenKinds.Contains(kind) ? Classification.Unrestricted : Classification.Internal;

    /// <summary>Whether everybody may read it: unrestricted, and published by then.</summary>
    public static bool IsPublic(Publication publication, DateTimeOffset at) =>
        publication.Classification == Classification.Unrestricted && publication.PublicSince <= at;

    /// <summary>Whether the public may know that it exists, and why it is kept from them: exempt matters, and what a pre-election period holds.</summary>
    public static bool IsKnownToExist(Publication publication) => publication.Classification == Classification.Exempt
        || (publication is { Classification: Classification.Unrestricted, DueAt: not null });
}
