using FluentValidation;
using LraGovernance.Audit;
using LraGovernance.Pipeline;
using LraGovernance.Running;
using MediatR;

namespace LraGovernance.Variations;

/// <summary>Whether the variation is complete, or was opened from an exception and must still be written.</summary>
[SystemOnly]
public sealed record OpenVariation(Guid CommandId, string Service, string Number) : IStepCommand<OpenVariation, OpenVariationResult>
{
    public static OpenVariation From(StepOrigin origin) => new(origin.CommandId, origin.Service, origin.InstanceKey);
}

public abstract record OpenVariationResult
{
    public sealed record Complete : OpenVariationResult;

    public sealed record ToBeCompleted : OpenVariationResult;
}

internal sealed class OpenVariationValidator : AbstractValidator<OpenVariation>
{
    public OpenVariationValidator() => RuleFor(x => x.Number).NotEmpty();
}

internal sealed class OpenVariationHandler(VariationDesk desk, Record record) : IRequestHandler<OpenVariation, OpenVariationResult>
{
    public async Task<OpenVariationResult> Handle(OpenVariation command, CancellationToken cancellationToken)
    {
        var variation = await desk.OfAsync(command.Service, command.Number, cancellationToken);
        await record.AddAsync(new Fact("variation-opened", $"variation/{variation.Number}", VariationStory.Opened(variation.State))
        {
            Process = VariationDesk.Process, InstanceKey = variation.Number, After = new { state = variation.State },
        }, cancellationToken);
        return variation.State == VariationState.ToBeCompleted ? new OpenVariationResult.ToBeCompleted() : new OpenVariationResult.Complete();
    }
}
