using FluentValidation;
using LraGovernance.Audit;
using LraGovernance.Data;
using LraGovernance.Notifications;
using LraGovernance.Pipeline;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace LraGovernance.People;

/// <summary>Sends a link to sign in with, if the address is one of ours. Whoever asks is told the same either way.</summary>
[Anyone("nobody is signed in yet")]
public sealed record RequestSignInLink(Guid CommandId, string Email) : ICommand<RequestSignInLinkResult>
{
    public string Service => ICommand.Council;
}

/// <summary>One result for every address: whether it is known is nobody's business.</summary>
public sealed record RequestSignInLinkResult;

internal sealed class RequestSignInLinkValidator : AbstractValidator<RequestSignInLink>
{
    public RequestSignInLinkValidator() => RuleFor(x => x.Email)
        .Must(x => x is { Length: > 2 and <= 320 } && x.Contains('@', StringComparison.Ordinal))
        .WithMessage("Enter an email address in the correct format, like name@example.com");
}

internal sealed class RequestSignInLinkHandler(GovernanceDb db, Outbox outbox, Record record, TimeProvider clock) : IRequestHandler<RequestSignInLink, RequestSignInLinkResult>
{
    private const int LinksPerHour = 5;
    internal const string Template = "sign-in-link";

    public async Task<RequestSignInLinkResult> Handle(RequestSignInLink command, CancellationToken cancellationToken)
    {
        var email = command.Email.Trim().ToLowerInvariant();
        var now = clock.GetUtcNow();
        if (await db.People.SingleOrDefaultAsync(x => x.Email == email, cancellationToken) is { } person
            && await db.Outbox.CountAsync(x => x.Template == Template && x.PersonId == person.Id && x.QueuedAt > now.AddHours(-1), cancellationToken) < LinksPerHour)
        {
            await outbox.QueueAsync(command.Service, new(Template, person.Id, command.CommandId.ToString(), new Dictionary<string, string>()), cancellationToken);
            await record.AddAsync(new Fact("sign-in-link-asked-for", $"person/{person.Id}", "A sign-in link is asked for"), cancellationToken);
        }

        return new();
    }
}
