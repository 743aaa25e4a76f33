namespace LraGovernance.Specifications;

public enum SpecificationState { Drafting, Agreed, Published, InForce, Superseded, NotAgreed }

/// <summary>The specification of one financial year on its way from draft to replaced.</summary>
public sealed class Specification
{
    public Guid Id { get; init; }
    public required string Service { get; init; }
    public required string FinancialYear { get; init; }
    public required string Title { get; init; }
    public SpecificationState State { get; set; }

    /// <summary>Set when it comes into force: refreshes take the next major version, variations the next minor one.</summary>
    public int? Major { get; set; }
    public int Minor { get; set; }

    /// <summary>Everything but the clauses: sections, outcomes, indicators with tolerances, five-year budget.</summary>
    public required string Frame { get; set; }
    public int Revision { get; set; }
    public string? RevisionHash { get; set; }

    /// <summary>Hash of the version that was in force when its draft was opened; null for the first, and for what was never drafted.</summary>
    public string? StartedFrom { get; init; }
    public DateTimeOffset OpenedAt { get; init; }
    public DateTimeOffset? PublishedAt { get; set; }
    public DateOnly? InForceFrom { get; set; }
    public DateOnly? InForceUntil { get; set; }
}

/// <summary>A clause of the draft. <see cref="TextHash"/> is what an edit names as its starting point.</summary>
public sealed class DraftClause
{
    public Guid SpecificationId { get; init; }
    public required string ClauseId { get; init; }
    public int Position { get; set; }
    public required string Section { get; set; }
    public required string Heading { get; set; }
    public required string Text { get; set; }
    public required string Outcome { get; set; }
    public bool Objective { get; set; }
    public string? Indicator { get; set; }
    public bool PlanAnswers { get; set; }
    public required string Source { get; set; }
    public required string TextHash { get; set; }

    internal static DraftClause Of(Guid specification, Clause clause, int position) => new()
    {
        SpecificationId = specification, ClauseId = clause.Id, Position = position, Section = clause.Section, Heading = clause.Heading, Text = clause.Text,
        Outcome = clause.Outcome, Objective = clause.Objective, Indicator = clause.Indicator, PlanAnswers = clause.PlanAnswers, Source = clause.Source,
        TextHash = SpecificationFile.TextHash(clause.Heading, clause.Text),
    };

    internal void Say(Clause clause, int position)
    {
        (Position, Section, Heading, Text, Outcome, Source) = (position, clause.Section, clause.Heading, clause.Text, clause.Outcome, clause.Source);
        (Objective, Indicator, PlanAnswers, TextHash) = (clause.Objective, clause.Indicator, clause.PlanAnswers, SpecificationFile.TextHash(clause.Heading, clause.Text));
    }
}

/// <summary>The text as it was submitted once; never changed. People sign the hash.</summary>
public sealed class SpecificationRevision
{
    public Guid SpecificationId { get; init; }
    public int Number { get; init; }
    public required string Hash { get; init; }
    public required string Json { get; init; }
    public DateTimeOffset At { get; init; }
}

/// <summary>What a reviewer said of a revision, on the whole or on one clause.</summary>
public sealed class ReviewComment
{
    public Guid Id { get; init; }
    public Guid SpecificationId { get; init; }
    public int Revision { get; init; }
    public Guid TaskId { get; init; }
    public Guid PersonId { get; init; }
    public required string RoleTitle { get; init; }
    public string? ClauseId { get; init; }
    public required string Text { get; init; }
    public DateTimeOffset At { get; init; }
}

/// <summary>One of the inputs that the yearly review must use .</summary>
public sealed class EvidenceItem
{
    public Guid SpecificationId { get; init; }
    public required string Kind { get; init; }
    public required string Title { get; init; }
    public required string Text { get; init; }
    public required string Source { get; init; }
}
