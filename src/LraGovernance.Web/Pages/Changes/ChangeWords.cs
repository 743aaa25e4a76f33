using LraGovernance.Changes;

namespace LraGovernance.Web.Pages.Changes;

internal static class ChangeWords
{
    public static string Of(ChangeState state) => state switch
    {
        ChangeState.Writing => "Business case",
        ChangeState.WithBoard => "With the Strategic Board",
        ChangeState.WithTaker => "Approved by the Board, waiting for the formal decision and the service",
        ChangeState.Agreeing => "Approved, waiting for the service",
        ChangeState.InForce => "In force",
        _ => "Closed",
    };

    public static string Colour(ChangeState state) => state switch
    {
        ChangeState.InForce => "green",
        ChangeState.Closed => "grey",
        _ => "blue",
    };
}
