namespace LraGovernance.Reports;

public enum ReportState { Compiled, Drafted, Returned, Accepted, Reviewed, Published }

/// <summary>A report of a financial year: the part-year update of December or the annual report .</summary>
public sealed class Report
{
    public required string Service { get; init; }

    /// <summary><c>part-year-update</c> or <c>annual-report</c>.</summary>
    public required string Kind { get; init; }
    public required string FinancialYear { get; init; }
    public ReportState State { get; set; }

    /// <summary>What the record held when it was compiled: a <see cref="ReportFacts"/>, never changed by a draft.</summary>
    public required string Facts { get; set; }
    public DateTimeOffset CompiledAt { get; set; }

    /// <summary>The text as it was last submitted, by the hash that reviewers and the committee have before them.</summary>
    public string? Hash { get; set; }

    /// <summary>Why the commissioner returned the last draft.</summary>
    public string? ReturnedBecause { get; set; }
    public DateTimeOffset? PublishedAt { get; set; }
    public long RowVersion { get; set; }
}

/// <summary>A sentence of a report with the facts that it rests on.</summary>
public sealed class ReportSentence
{
    public required string Service { get; init; }
    public required string Kind { get; init; }
    public required string FinancialYear { get; init; }
    public int Position { get; init; }
    public required string Section { get; init; }
    public required string Text { get; init; }

    /// <summary>Ends of the golden thread, such as <c>indicator/LRA14</c> or <c>exception/EX-2016-17-001</c>.</summary>
    public required string[] Cites { get; init; }
}
