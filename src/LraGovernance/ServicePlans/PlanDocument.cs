using LraGovernance.Specifications;

namespace LraGovernance.ServicePlans;

/// <summary>What an activity is justified by .</summary>
public enum EvidenceKind { CommunityProfile, CustomerFeedback, LocalKnowledge }

/// <summary>An activity of the plan as people read it .</summary>
/// <param name="Outcome">Code of a supporting outcome, or of an outcome where it hangs directly on that .</param>
/// <param name="Function">The part of the service whose plan it comes from .</param>
/// <param name="Owner">By role.</param>
/// <param name="Clauses">The clauses of the specification that it answers.</param>
/// <param name="Places">Districts, the whole county, Bexley, prisons, or one still to be chosen.</param>
/// <param name="Groups">Letters of the community groups that justify it.</param>
/// <param name="Priorities">Codes of the divisional priorities.</param>
public sealed record ActivityContent(
    string Outcome, string Function, string Title, string Justification, EvidenceKind Evidence, string Owner, DateOnly Due,
    IReadOnlyList<string> Clauses, IReadOnlyList<string> Places, IReadOnlyList<string> Groups, IReadOnlyList<string> Priorities)
{
    public IReadOnlyList<Measure> Measures { get; init; } = [];
    public IReadOnlyList<Milestone> Milestones { get; init; } = [];
    public IReadOnlyList<string> Parts { get; init; } = [];
    public bool Pilot { get; init; }
    public bool EarnsIncome { get; init; }
}

/// <param name="Kind">number or narrative.</param>
/// <param name="Of">output or outcome.</param>
public sealed record Measure(string Kind, string Of, string Text);

public sealed record Milestone(string What, DateOnly By);

public sealed record NumberedActivity(string Number, ActivityContent Content);

/// <summary>A plan as it is submitted and accepted: immutable, and known by the hash of its canonical JSON.</summary>
/// <param name="Answers">The version of the specification that it answers, by its hash.</param>
public sealed record PlanDocument(string Title, string FinancialYear, string Answers, PlanFrame Frame, IReadOnlyList<NumberedActivity> Activities);

/// <summary>What a plan says besides its activities .</summary>
public sealed record PlanFrame(
    string Title, string Purpose, string Need, IReadOnlyList<string> Responsible, IReadOnlyList<string> Network, IReadOnlyList<string> Online, IReadOnlyList<string> Duties,
    PlanStaff Staff, IReadOnlyList<GradeBand> Grades, IReadOnlyList<string> Managers, IReadOnlyList<string> Teams, IReadOnlyList<string> AreaTeams,
    IReadOnlyList<Theme> Themes, IReadOnlyList<Priority> Priorities, IReadOnlyList<CommunityGroup> Groups, IReadOnlyList<string> Places, IReadOnlyList<string> Functions)
{
    /// <summary>The budget of its year, from the specification.</summary>
    public BudgetYear? Budget { get; init; }

    /// <summary>The transformation programme, by the priorities that it serves: apart from the in-year plan, and together with it the year's priorities .</summary>
    public IReadOnlyList<ProgrammePart> Programme { get; init; } = [];
}

public sealed record PlanStaff(int Employees, int FullTimeEquivalent, int Volunteers);

public sealed record GradeBand(string Band, decimal FullTimeEquivalent, decimal Percent);

/// <summary>A theme with the business transformation priority that it is tied to .</summary>
public sealed record Theme(int Number, string Title, string Priority);

/// <param name="Priority">Code of the business transformation priority.</param>
public sealed record ProgrammePart(string Priority, string Title);

public sealed record Priority(string Code, string Section, string Title, string? Status);

public sealed record CommunityGroup(string Code, string Name, string Description);
