using FluentValidation;
using LraGovernance.Data;
using LraGovernance.Pipeline;
using MediatR;

namespace LraGovernance.Notifications;

/// <summary>Says that a claimed mail is about to be handed over: from this commit on it may have left.</summary>
[NeverReplayed, SystemOnly, Unrecorded("a mail's transport state; its hand-over is recorded")]
public sealed record StartSending(Guid CommandId, string Service, Guid MailId, int Attempt) : ICommand<StartSendingResult>;

public abstract record StartSendingResult
{
    public sealed record Started : StartSendingResult;

    /// <summary>The lease is over and somebody else has the mail, or it was taken back.</summary>
    public sealed record Gone : StartSendingResult;
}

internal sealed class StartSendingValidator : AbstractValidator<StartSending>
{
    public StartSendingValidator() => RuleFor(x => x.MailId).NotEmpty();
}

internal sealed class StartSendingHandler(GovernanceDb db) : IRequestHandler<StartSending, StartSendingResult>
{
    public async Task<StartSendingResult> Handle(StartSending request, CancellationToken cancellationToken)
    {
        if (await db.Outbox.FindAsync([request.MailId], cancellationToken) is not { State: MailState.Claimed } mail || mail.Attempts != request.Attempt)
        {
            return new StartSendingResult.Gone();
        }

        mail.State = MailState.Sending;
        return new StartSendingResult.Started();
    }
}
