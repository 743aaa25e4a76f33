using FluentValidation;
using LraGovernance.Pipeline;
using LraGovernance.Specifications;

namespace LraGovernance.ServicePlans;

/// <summary>An activity as somebody writes it.</summary>
public sealed record ActivityEntry(
    string? Outcome, string? Function, string? Title, string? Justification, EvidenceKind? Evidence, string? Owner, DateOnly? Due,
    IReadOnlyList<string> Clauses, IReadOnlyList<string> Places, IReadOnlyList<string> Groups, IReadOnlyList<string> Priorities)
{
    public IReadOnlyList<Measure> Measures { get; init; } = [];
    public IReadOnlyList<Milestone> Milestones { get; init; } = [];
    public IReadOnlyList<string> Parts { get; init; } = [];
    public bool Pilot { get; init; }
    public bool EarnsIncome { get; init; }

    public static ActivityEntry Of(ActivityContent content)
    {
        ArgumentNullException.ThrowIfNull(content);
        return new(
            content.Outcome, content.Function, content.Title, content.Justification, content.Evidence, content.Owner, content.Due, content.Clauses, content.Places, content.Groups, content.Priorities)
        {
            Measures = content.Measures, Milestones = content.Milestones, Parts = content.Parts, Pilot = content.Pilot, EarnsIncome = content.EarnsIncome,
        };
    }

    internal ActivityContent ToContent() => new(
        Outcome!, Function!, Title!.Trim(), Justification!.ReplaceLineEndings("\n").Trim(), Evidence!.Value, Owner!, Due!.Value,
        [.. Clauses.Distinct()], [.. Places.Distinct()], [.. Groups.Distinct()], [.. Priorities.Distinct()])
    {
        Measures = Measures, Milestones = Milestones, Parts = Parts, Pilot = Pilot, EarnsIncome = EarnsIncome,
    };

    /// <summary>The first thing that it names and nobody knows: the field, and what stands in it.</summary>
    internal (string Field, string Value)? Unknown(PlanFrame frame, SpecificationDocument document, IReadOnlyCollection<string> roles)
    {
        (string, IEnumerable<string>, IEnumerable<string>)[] lists =
        [
            (nameof(Outcome), [Outcome!], document.Outcomes.Select(x => x.Code)), (nameof(Function), [Function!], frame.Functions), (nameof(Owner), [Owner!], roles),
            (nameof(Clauses), Clauses, document.Clauses.Select(x => x.Id)), (nameof(Places), Places, frame.Places),
            (nameof(Groups), Groups, frame.Groups.Select(x => x.Code)), (nameof(Priorities), Priorities, frame.Priorities.Select(x => x.Code)),
        ];
        foreach (var (field, values, known) in lists)
        {
            if (values.Except(known).FirstOrDefault() is { } unknown)
            {
                return (field, unknown);
            }
        }

        return null;
    }
}

internal sealed class ActivityEntryValidator : AbstractValidator<ActivityEntry>
{
    public ActivityEntryValidator()
    {
        RuleFor(x => x.Title).Written("Enter what is to be done").AtMost(300, "What is to be done");
        RuleFor(x => x.Outcome).Written("Select the outcome");
        RuleFor(x => x.Function).Written("Select the part of the service");
        RuleFor(x => x.Justification).Written("Enter why it is needed").AtMost(2_000, "Why it is needed");
        RuleFor(x => x.Evidence).NotNull().WithMessage("Select what it is justified by");
        RuleFor(x => x.Owner).Written("Select who owns it");
        RuleFor(x => x.Due).NotNull().WithMessage("Enter when it is due");
        RuleFor(x => x.Places).Must(x => x.Count > 0).WithMessage("Enter where it takes place");
        RuleForEach(x => x.Measures).Must(x => !TextRules.IsBlank(x.Text) && x.Text.Length <= 300).WithMessage("A measure must be 1 to 300 characters");
        RuleForEach(x => x.Milestones).Must(x => !TextRules.IsBlank(x.What) && x.What.Length <= 300).WithMessage("A milestone must be 1 to 300 characters");
        RuleForEach(x => x.Parts).Must(x => !TextRules.IsBlank(x) && x.Length <= 300).WithMessage("A part must be 1 to 300 characters");
    }
}
