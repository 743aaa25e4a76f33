using FluentValidation;
using FluentValidation.Results;
using LraGovernance.Performance;
using LraGovernance.Specifications;

namespace LraGovernance.Variations;

/// <summary>What would leave an indicator without anything to hold it against, or with a floor that lies beyond its target (R-088).</summary>
public static class ProposalSlips
{
    /// <exception cref="ValidationException">There are some; each names its field.</exception>
    internal static void Require(SpecificationDocument now, VariationProposal proposal)
    {
        if (Of(now, proposal) is { Count: > 0 } slips)
        {
            throw new ValidationException([.. slips.Select(x => new ValidationFailure($"Content.Proposal.Indicators[{x.Place}].{x.Field}", x.Message))]);
        }
    }

    /// <param name="now">The version in force.</param>
    /// <param name="proposal">What is proposed.</param>
    /// <returns>The place of the indicator in the proposal, the field and what is wrong with it.</returns>
    public static IReadOnlyList<(int Place, string Field, string Message)> Of(SpecificationDocument now, VariationProposal proposal)
    {
        ArgumentNullException.ThrowIfNull(now);
        ArgumentNullException.ThrowIfNull(proposal);
        return
        [
            .. proposal.Indicators.SelectMany((edit, place) =>
                now.Indicators.FirstOrDefault(x => x.Ref == edit.Ref) is { } indicator && Rate.HasTarget(indicator) ? Of(indicator, edit, place) : []),
        ];
    }

    private static IEnumerable<(int, string, string)> Of(Indicator indicator, IndicatorEdit edit, int place)
    {
        if (edit.Floor is null)
        {
            yield return (place, nameof(edit.Floor), $"Enter the floor of {edit.Ref}");
        }

        if (edit.Target is null)
        {
            yield return (place, nameof(edit.Target), $"Enter the target of {edit.Ref}");
        }

        if (indicator.Direction == "lower_is_better" ? edit.Floor < edit.Target : edit.Floor > edit.Target)
        {
            yield return (place, nameof(edit.Floor), $"The floor of {edit.Ref} must not be {(indicator.Direction == "lower_is_better" ? "below" : "above")} its target");
        }
    }
}
