using FluentValidation;
using LraGovernance.Audit;
using LraGovernance.Pipeline;
using LraGovernance.Running;
using MediatR;

namespace LraGovernance.Variations;

/// <summary>
/// Classes the variation from what has been answered so far, from the figures and from drift: one yes, a budget effect or a limit passed moves it up
/// (R-115, R-117 to R-120; clause 20.2).
/// </summary>
[SystemOnly]
public sealed record SettleVariationTests(Guid CommandId, string Service, string Number) : IStepCommand<SettleVariationTests, SettleVariationTestsResult>
{
    public static SettleVariationTests From(StepOrigin origin) => new(origin.CommandId, origin.Service, origin.InstanceKey);
}

public abstract record SettleVariationTestsResult
{
    public sealed record Minor : SettleVariationTestsResult;

    /// <summary>Minor as it seems, but somebody's screening says that its effect on equality must be known first (clause 20.4).</summary>
    public sealed record NeedsEqualityAssessment : SettleVariationTestsResult;

    public sealed record MovesUp : SettleVariationTestsResult;
}

internal sealed class SettleVariationTestsValidator : AbstractValidator<SettleVariationTests>
{
    public SettleVariationTestsValidator() => RuleFor(x => x.Number).NotEmpty();
}

internal sealed class SettleVariationTestsHandler(VariationDesk desk, Record record, TimeProvider clock) : IRequestHandler<SettleVariationTests, SettleVariationTestsResult>
{
    public async Task<SettleVariationTestsResult> Handle(SettleVariationTests command, CancellationToken cancellationToken)
    {
        var variation = await desk.OfAsync(command.Service, command.Number, cancellationToken);
        var assessments = await desk.AssessmentsAsync(variation, cancellationToken);
        var now = (await desk.InForceAsync(command.Service, cancellationToken)).Document;
        var (effect, affects) = await desk.BudgetAsync(variation, now, cancellationToken);
        var because = VariationRules.NotMinor(assessments, affects)
            ?? VariationRules.PastDrift(await desk.DriftAsync(variation, now, cancellationToken), await desk.LimitsAsync(command.Service, cancellationToken));
        variation.Class = VariationRules.Classify(assessments, because is null);
        if (because is not null)
        {
            (variation.MovedUpAt, variation.MovedUpBecause) = (clock.GetUtcNow(), because);
        }
        else if (assessments.Count == 2)
        {
            variation.State = VariationState.Agreeing;
        }

        await record.AddAsync(new Fact("variation-classed", $"variation/{variation.Number}", because is null && assessments.Count < 2 ? "No test is failed so far" : $"Classed as {VariationStory.Of(variation.Class.Value)}")
        {
            Process = VariationDesk.Process, InstanceKey = variation.Number, After = new { variation.Class, budgetEffect = effect, movedUpBecause = because },
        }, cancellationToken);
        return because is not null ? new SettleVariationTestsResult.MovesUp()
            : assessments.Any(x => x.EqualityRelevant) ? new SettleVariationTestsResult.NeedsEqualityAssessment()
            : new SettleVariationTestsResult.Minor();
    }
}
