using FluentValidation;
using LraGovernance.Audit;
using LraGovernance.Pipeline;
using LraGovernance.Running;
using MediatR;

namespace LraGovernance.Tests;

/// <summary>A step that can be told to fail: what comes after a decision.</summary>
[SystemOnly]
internal sealed record TakeNote(Guid CommandId, string Service, string Key) : IStepCommand<TakeNote, TakeNoteResult>
{
    public static TakeNote From(StepOrigin origin) => new(origin.CommandId, origin.Service, origin.InstanceKey);
}

internal abstract record TakeNoteResult
{
    public sealed record Noted : TakeNoteResult;
}

internal sealed class TakeNoteValidator : AbstractValidator<TakeNote>
{
    public TakeNoteValidator() => RuleFor(x => x.Key).NotEmpty();
}

/// <summary>Whether the step fails now; one object a house.</summary>
internal sealed class Trouble
{
    public bool On { get; set; }
}

internal sealed class TakeNoteHandler(Record record, IServiceProvider services) : IRequestHandler<TakeNote, TakeNoteResult>
{
    public async Task<TakeNoteResult> Handle(TakeNote request, CancellationToken cancellationToken)
    {
        await record.AddAsync(new Fact("noted", $"case/{request.Key}", "The case is noted"), cancellationToken);
        return services.GetService(typeof(Trouble)) is Trouble { On: true }
            ? throw new InvalidOperationException("The step after the decision fails on purpose.")
            : new TakeNoteResult.Noted();
    }
}
