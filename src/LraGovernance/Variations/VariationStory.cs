using System.Diagnostics;

namespace LraGovernance.Variations;

/// <summary>What happens to a variation, in the words of its history.</summary>
public static class VariationStory
{
    public static string Of(Side side) => side == Side.Council ? "the council" : "the service";

    /// <summary>One of the three who agree, by role.</summary>
    public static string Party(string role) => role switch
    {
        "commissioner" => "commissioner",
        "head-of-service" => "head of service",
        _ => "senior management team",
    };

    internal static string Of(ChangeClass kind) => kind switch
    {
        ChangeClass.Minor => "a minor variation",
        ChangeClass.Substantive => "a substantive change",
        _ => "a fundamental change",
    };

    internal static string Opened(VariationState state) =>
        state == VariationState.ToBeCompleted ? "The commissioner is asked to write it" : "Both sides are asked to answer the three tests";

    internal static string Of(RouteVariationResult result) => result switch
    {
        RouteVariationResult.Apply => "Agreed by all three",
        RouteVariationResult.GoUp => "Moved up to change management",
        RouteVariationResult.Decline => "Closed, since it was declined",
        _ => throw new UnreachableException(),
    };
}
