using LraGovernance.Specifications;
using LraGovernance.Variations;

namespace LraGovernance.Web.Pages.Variations;

internal static class VariationWords
{
    public static string Of(VariationState state) => state switch
    {
        VariationState.ToBeCompleted => "To be written",
        VariationState.Assessing => "Being tested",
        VariationState.Agreeing => "Waiting to be agreed",
        VariationState.Applied => "In force",
        VariationState.MovedUp => "Moved up to change management",
        VariationState.Declined => "Declined",
        _ => "Overtaken by another version",
    };

    public static string Colour(VariationState state) => state switch
    {
        VariationState.Applied => "green",
        VariationState.MovedUp => "orange",
        VariationState.Declined or VariationState.Overtaken => "grey",
        _ => "blue",
    };

    public static string Of(Side side) => VariationStory.Of(side);

    public static string Party(string role) => SpecificationWords.Sentence(VariationStory.Party(role));

    public static string YesNo(bool yes) => yes ? "Yes" : "No";
}
