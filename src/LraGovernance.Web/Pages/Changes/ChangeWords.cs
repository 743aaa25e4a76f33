using LraGovernance.Changes;

namespace LraGovernance.Web.Pages.Changes;

internal static class ChangeWords
{
    public static string Of(ChangeState state) => state switch
    {
        ChangeState.Writing => "Business case",
        ChangeState.WithBoard => "With the Strategic Board",
        ChangeState.WithTaker => "Approved by the Board",
        ChangeState.Agreeing => "Approved by the Board",
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
