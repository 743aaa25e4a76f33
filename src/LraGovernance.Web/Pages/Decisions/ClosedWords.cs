using LraGovernance.Decisions;
using LraGovernance.Web.Shell;

namespace LraGovernance.Web.Pages.Decisions;

/// <summary>Why a request cannot be answered, and what the person can do about it.</summary>
internal sealed record ClosedWords(string Heading, IReadOnlyList<string> Lines, bool OffersLink = false)
{
    private const string Again = "If you are asked again, you get a new email with a link of its own. If you have lost it, we can send it to the address that we hold for you.";

    public static ClosedWords Of(DecisionView decision) => decision.Standing switch
    {
        Standing.Decided => new($"The {decision.BodyName} has decided", ["There is nothing more for you to do. Answers can no longer be given or changed."]),
        Standing.Expired => new("The time to answer is over",
            [$"{LastDay(decision)} Up to then there were not enough answers for a decision.", "Those who prepared the matter have been told.", Again], true),
        Standing.Inquorate => new("Too few members can take part",
            [$"So many members of the {decision.BodyName} take no part that those left cannot decide.",
             "The chair and the clerk settle how to go on. You need do nothing now.", Again], true),
        Standing.Withdrawn => new("This request has been withdrawn",
            [.. decision.ClosedBecause is { Length: > 0 } why ? [$"The reason given: {why}."] : Array.Empty<string>(), "No decision is asked of you now.", Again], true),
        Standing.Changed => new("The document has been changed",
            ["The document that this request was about has been changed, so nobody can decide on it any more. You are asked about the new version instead.",
             "Your email has the link to it. If you cannot find it, we can send you another, to the address that we hold for you."], true),
        Standing.RoleEnded => new("This is no longer yours to answer",
            [decision.OnBehalfOfName is null
                ? $"You were asked as {decision.RoleTitle}. Our records say that you do not hold that role today."
                : $"You were asked as deputy of {decision.OnBehalfOfName}. Our records say that you are not the deputy today.",
             $"If that is wrong, please tell the clerk of the {decision.BodyName}.",
             "If something else waits for you, we can send its link to the address that we hold for you."], true),
        Standing.Interested => new("You take no part in this decision",
            ["You have declared an interest in this matter, so no answer is asked of you and none of yours counts.",
             $"If you declared it by mistake, please tell the clerk of the {decision.BodyName}. It cannot be undone on this site yet."]),
        _ => throw new InvalidOperationException("The request is open."),
    };

    private static string LastDay(DecisionView decision) =>
        decision.DeadlineAt is { } deadline ? $"The last safe day was {LondonTime.Weekday(deadline.LondonDate())}." : "The time given is over.";
}
