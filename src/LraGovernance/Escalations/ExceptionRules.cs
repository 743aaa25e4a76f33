namespace LraGovernance.Escalations;

/// <summary>Where an exception goes next.</summary>
public enum ExceptionCourse
{
    /// <summary>Watched until the figures are next evaluated.</summary>
    Watch,

    /// <summary>To the Strategic Board.</summary>
    GoesUp,

    /// <summary>The head of service says whether it is over: there is no figure to tell.</summary>
    Confirm,

    /// <summary>It is over.</summary>
    Closed,
}

/// <param name="IsOver">The run of periods has ended, or the missing figures are in; always false for one raised by hand.</param>
/// <param name="TellsItself">Whether figures can tell that it is over.</param>
/// <param name="StraightToBoard">Its tolerance sends it to the Board first.</param>
/// <param name="Handling">What the senior management team does with it.</param>
/// <param name="IsHandled">It is managed, or its plan is agreed: a plan that is only meant to come is none.</param>
/// <param name="BoardDecision">The Board's last decision; null while there is none.</param>
/// <param name="EvaluationsSince">How often its figure was evaluated, or any where it has none, since it was handled or the Board last decided.</param>
public sealed record ExceptionStanding(bool IsOver, bool TellsItself, bool StraightToBoard, Handling Handling, bool IsHandled, string? BoardDecision, int EvaluationsSince);

/// <summary>
/// The course of an exception (004 4.1, 6.3; clauses 16.3 to 16.9): recovered closes it; what nobody has taken up in time, what is significant, and
/// what a watched plan has not cured go up; nothing is forgotten. Pure.
/// </summary>
public static class ExceptionRules
{
    public const string AcceptPlan = "AcceptPlan", RequireAction = "RequireAction", VarySpecification = "VarySpecification", ReviewFunding = "ReviewFunding";

    /// <param name="standing">How it stands.</param>
    /// <param name="watchPeriods">For how many evaluations a plan is watched.</param>
    public static ExceptionCourse Next(ExceptionStanding standing, int watchPeriods)
    {
        ArgumentNullException.ThrowIfNull(standing);
        return standing switch
        {
            { IsOver: true } => ExceptionCourse.Closed,
            { BoardDecision: VarySpecification or ReviewFunding } => ExceptionCourse.Closed,
            { BoardDecision: null, StraightToBoard: true } => ExceptionCourse.GoesUp,
            { BoardDecision: null, Handling: Handling.Significant } or { BoardDecision: null, IsHandled: false } => ExceptionCourse.GoesUp,
            _ when standing.EvaluationsSince < watchPeriods => ExceptionCourse.Watch,
            { TellsItself: true } => ExceptionCourse.GoesUp,
            _ => ExceptionCourse.Confirm,
        };
    }
}
