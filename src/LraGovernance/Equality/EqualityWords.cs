namespace LraGovernance.Equality;

public static class EqualityWords
{
    /// <summary>The characteristics of the council's form, in its order (003 EqIA grid).</summary>
    public static readonly IReadOnlyList<Characteristic> Characteristics =
    [
        new("age", "Age"), new("disability", "Disability"), new("gender", "Gender"), new("gender_identity", "Gender identity"), new("race", "Race"),
        new("religion_or_belief", "Religion or belief"), new("sexual_orientation", "Sexual orientation"), new("pregnancy_and_maternity", "Pregnancy and maternity"),
    ];

    public static string Of(Judgement judgement) => judgement switch
    {
        Judgement.ScreeningIsEnough => "The screening is enough",
        Judgement.ActionNeeded => "Action within the service is needed",
        _ => "A full assessment is needed",
    };

    /// <summary>What the Board reads of it.</summary>
    public static string Summary(EqualityAssessment assessment)
    {
        ArgumentNullException.ThrowIfNull(assessment);
        if (assessment.Judgement is not { } judgement)
        {
            return "It has not been screened yet.";
        }

        var labels = Characteristics.ToDictionary(x => x.Key, x => x.Label);
        var groups = assessment.Groups().Where(x => x.Differs || x.Negative is not Effect.None)
            .Select(x => $"- {labels[x.Key]}: positive effect {x.Positive.ToString().ToLowerInvariant()}, negative effect {x.Negative.ToString().ToLowerInvariant()}. {x.Detail}");
        var signed = assessment.IsSigned ? "Signed by the senior officer and the directorate equality lead." : "Not signed yet.";
        return string.Join('\n', new[] { $"{Of(judgement)}. {assessment.Reasons}", "", }.Concat(groups).Append("").Append(assessment.Whole() is { } full ? $"Action plan: {full.ActionPlan}\n\n{signed}" : signed));
    }
}
