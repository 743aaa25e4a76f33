using System.Globalization;
using LraGovernance.ServicePlans;
using LraGovernance.Specifications;

namespace LraGovernance.Web.Pages.ServicePlans;

/// <summary>How service plans are worded.</summary>
internal static class PlanWords
{
    private static readonly CultureInfo English = CultureInfo.GetCultureInfo("en-GB");

    public static string Of(PlanState state) => state switch
    {
        PlanState.Drafting => "Being drafted",
        PlanState.Submitted => "With the commissioner",
        PlanState.Returned => "Returned to the service",
        PlanState.Accepted => "Accepted",
        _ => "In force",
    };

    public static string Colour(PlanState state) => state switch
    {
        PlanState.InForce => "green",
        PlanState.Returned => "orange",
        _ => "blue",
    };

    public static string Of(EvidenceKind kind) => kind switch
    {
        EvidenceKind.CommunityProfile => "Profile of the community",
        EvidenceKind.CustomerFeedback => "Customer information and feedback",
        _ => "Local knowledge",
    };

    public static string Of(Measure measure) => $"{measure.Text} ({measure.Of}, {measure.Kind})";

    public static string Day(DateOnly day) => day.ToString("d MMMM yyyy", English);

    public static string Money(decimal thousands) => string.Create(English, $"{(thousands < 0 ? "-" : "")}£{Math.Abs(thousands):N0} thousand");

    /// <summary>An owner as the plan names them: role, and the function where the role has one part for each.</summary>
    public static string Owner(PlanView plan, ActivityContent content) =>
        $"{plan.Roles.GetValueOrDefault(content.Owner, content.Owner)}{(content.Owner == "activity-owner" ? $", {content.Function}" : "")}";

    public static string Places(ActivityContent content) => string.Join(", ", content.Places.Select(x => x == "TBC" ? "still to be chosen" : x));

    /// <summary>The outcome that an outcome or a supporting outcome belongs to.</summary>
    public static OutcomeHeading? Whole(PlanView plan, string code) =>
        plan.Specification.Outcomes.FirstOrDefault(x => x.Code == code) is not { } own ? null
        : own.Parent is null ? own : plan.Specification.Outcomes.First(x => x.Code == own.Parent);

    public static string Title(PlanView plan, string code) => plan.Specification.Outcomes.FirstOrDefault(x => x.Code == code)?.Title ?? code;

    public static string Why(PlanRefusal why) => why switch
    {
        PlanRefusal.NotYours => "Only the owner of a function's activities, or the head of service, can change them. Nothing has been changed.",
        PlanRefusal.NotInForce => "The plan is not in force, or its year is over. Nothing has been changed.",
        PlanRefusal.TaskClosed => "The plan was submitted meanwhile. Nothing has been changed.",
        _ => "There is no such activity.",
    };
}
