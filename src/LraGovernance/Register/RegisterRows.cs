namespace LraGovernance.Register;

/// <summary>Who may read a document, a decision or a case.</summary>
public enum Classification { Unrestricted, Exempt, Internal }

/// <summary>A document, decision or case as it stands towards the public: how it is classified, and from when on it is public.</summary>
public sealed class Publication
{
    public required string Service { get; init; }

    /// <summary>annual-report, part-year-update, decision, variation and the like; and which of them.</summary>
    public required string Kind { get; init; }
    public required string Key { get; init; }
    public required string Title { get; set; }

    /// <summary>The page that shows it.</summary>
    public required string Address { get; set; }
    public Classification Classification { get; set; }

    /// <summary>Paragraph of Part 1 of Schedule 12A to the Local Government Act 1972, where it is exempt.</summary>
    public int? ExemptParagraph { get; set; }

    /// <summary>When it was due to be public; null while only its classification has been set.</summary>
    public DateTimeOffset? DueAt { get; set; }

    /// <summary>The first day on which it may be public, where a pre-election period holds it.</summary>
    public DateOnly? HeldUntil { get; set; }
    public DateTimeOffset? PublicSince { get; set; }

    /// <summary>Who changed the classification last; null while it is the default of its process.</summary>
    public Guid? ChangedById { get; set; }
    public DateTimeOffset? ChangedAt { get; set; }
}
