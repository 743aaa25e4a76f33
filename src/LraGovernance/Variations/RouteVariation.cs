using FluentValidation;
using LraGovernance.Audit;
using LraGovernance.Data;
using LraGovernance.Pipeline;
using LraGovernance.Running;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace LraGovernance.Variations;

/// <summary>Where the variation goes once its work is over: applied as minor, up to change management, or nowhere because a side declined .</summary>
[SystemOnly]
public sealed record RouteVariation(Guid CommandId, string Service, string Number) : IStepCommand<RouteVariation, RouteVariationResult>
{
    public static RouteVariation From(StepOrigin origin) => new(origin.CommandId, origin.Service, origin.InstanceKey);
}

public abstract record RouteVariationResult
{
    public sealed record Apply : RouteVariationResult;

    public sealed record GoUp : RouteVariationResult;

    public sealed record Decline : RouteVariationResult;
}

internal sealed class RouteVariationValidator : AbstractValidator<RouteVariation>
{
    public RouteVariationValidator() => RuleFor(x => x.Number).NotEmpty();
}

internal sealed class RouteVariationHandler(GovernanceDb db, VariationDesk desk, Record record, TimeProvider clock) : IRequestHandler<RouteVariation, RouteVariationResult>
{
    public async Task<RouteVariationResult> Handle(RouteVariation command, CancellationToken cancellationToken)
    {
        var variation = await desk.OfAsync(command.Service, command.Number, cancellationToken);
        var given = await db.VariationAgreements.Where(x => x.Service == command.Service && x.Number == command.Number).ToListAsync(cancellationToken);
        if (variation.MovedUpAt is null && given.TrueForAll(x => x.Agrees))
        {
            // Others may have been applied while this one was being agreed.
            var now = (await desk.InForceAsync(command.Service, cancellationToken)).Document;
            var drift = await desk.DriftAsync(variation, now, cancellationToken);
            if (VariationRules.PastDrift(drift, await desk.LimitsAsync(command.Service, cancellationToken)) is { } because)
            {
                (variation.MovedUpAt, variation.MovedUpBecause) = (clock.GetUtcNow(), because);
            }
        }

        var (state, result) = Next(variation, given);
        variation.State = state;
        if (result is not RouteVariationResult.Apply)
        {
            variation.ClosedAt = clock.GetUtcNow();
        }

        if (result is RouteVariationResult.GoUp && variation.Class is not ChangeClass.Fundamental)
        {
            variation.Class = ChangeClass.Substantive;
        }

        await record.AddAsync(new Fact("variation-routed", $"variation/{variation.Number}", VariationStory.Of(result))
        {
            Process = VariationDesk.Process, InstanceKey = variation.Number, After = new { variation.State, variation.Class },
        }, cancellationToken);
        return result;
    }

    private static (VariationState, RouteVariationResult) Next(Variation variation, List<VariationAgreement> given) =>
        variation.MovedUpAt is not null ? (VariationState.MovedUp, new RouteVariationResult.GoUp())
        : given.Exists(x => !x.Agrees) ? (VariationState.Declined, new RouteVariationResult.Decline())
        : VariationDesk.Parties.All(x => given.Exists(a => a.Role == x)) ? (VariationState.Agreeing, new RouteVariationResult.Apply())
        : throw new InvalidOperationException($"Variation {variation.Number} is neither agreed nor declined nor moved up.");
}
