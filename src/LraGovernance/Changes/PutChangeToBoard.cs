using FluentValidation;
using LraGovernance.Pipeline;
using LraGovernance.Running;
using MediatR;

namespace LraGovernance.Changes;

/// <summary>Freezes what the Board reads of a change: business case, money, equality and every word that would change .</summary>
[SystemOnly]
public sealed record PutChangeToBoard(Guid CommandId, string Service, string Number) : IStepCommand<PutChangeToBoard, PutChangeToBoardResult>
{
    public static PutChangeToBoard From(StepOrigin origin) => new(origin.CommandId, origin.Service, origin.InstanceKey);
}

public abstract record PutChangeToBoardResult
{
    public sealed record Put(string Hash) : PutChangeToBoardResult;

    /// <summary>The version in force has changed where it would change it: nobody is asked to decide on what could not be applied.</summary>
    public sealed record Overtaken(IReadOnlyList<string> Pieces) : PutChangeToBoardResult;
}

internal sealed class PutChangeToBoardValidator : AbstractValidator<PutChangeToBoard>
{
    public PutChangeToBoardValidator() => RuleFor(x => x.Number).NotEmpty();
}

internal sealed class PutChangeToBoardHandler(ChangeDesk desk, ChangePaper paper) : IRequestHandler<PutChangeToBoard, PutChangeToBoardResult>
{
    public async Task<PutChangeToBoardResult> Handle(PutChangeToBoard command, CancellationToken cancellationToken)
    {
        var change = await desk.OfAsync(command.Service, command.Number, cancellationToken);
        if (await desk.EndWhereOvertakenAsync(change, cancellationToken) is { Count: > 0 } overtaken)
        {
            return new PutChangeToBoardResult.Overtaken(overtaken);
        }

        change.PaperHash = await paper.PutAsync(change, cancellationToken);
        change.State = ChangeState.WithBoard;
        await desk.RecordAsync(change, "change-put", "Put to the Strategic Board", new { paper = change.PaperHash }, cancellationToken);
        return new PutChangeToBoardResult.Put(change.PaperHash);
    }
}
