using FluentValidation;
using LraGovernance.Audit;
using LraGovernance.Pipeline;
using MediatR;

namespace LraGovernance.Web.Serving;

/// <summary>
/// Notes in the council's own chain what was done to a demonstration itself: that it was played, that its clock was moved.
/// From these the next start knows where it stands. Only a Development site composes it.
/// </summary>
[SystemOnly]
internal sealed record NoteDemonstration(Guid CommandId, string Happened, string Detail) : ICommand<NoteDemonstrationResult>
{
    public const string Played = "demonstration-played";
    public const string ClockMoved = "demonstration-clock-moved";
    public const string Stopped = "demonstration-stopped";

    public string Service => ICommand.Council;
}

internal sealed record NoteDemonstrationResult;

internal sealed class NoteDemonstrationValidator : AbstractValidator<NoteDemonstration>
{
    public NoteDemonstrationValidator() => RuleFor(x => x.Happened).NotEmpty();
}

internal sealed class NoteDemonstrationHandler(Record record) : IRequestHandler<NoteDemonstration, NoteDemonstrationResult>
{
    public async Task<NoteDemonstrationResult> Handle(NoteDemonstration command, CancellationToken cancellationToken)
    {
        await record.AddAsync(new Fact(command.Happened, "demonstration/clock", command.Detail), cancellationToken);
        return new();
    }
}
