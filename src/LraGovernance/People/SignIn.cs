using FluentValidation;
using LraGovernance.Audit;
using LraGovernance.Data;
using LraGovernance.Notifications;
using LraGovernance.Pipeline;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace LraGovernance.People;

/// <summary>
/// Signs a person in with the link that was sent to them, once, when they type their address again: a program that opens
/// every link in a mail does not.
/// </summary>
[Anyone("nobody is signed in yet"), NeverReplayed]
public sealed record SignIn(Guid CommandId, string Token, string Email) : ICommand<SignInResult>
{
    public string Service => ICommand.Council;
}

public abstract record SignInResult
{
    public sealed record SignedIn(Guid PersonId) : SignInResult;

    /// <summary>Never ours, used, or too old: one answer for all.</summary>
    public sealed record LinkNotGood : SignInResult;

    /// <summary>The address is not the one that the link was sent to.</summary>
    public sealed record OtherAddress : SignInResult;
}

internal sealed class SignInValidator : AbstractValidator<SignIn>
{
    public SignInValidator() => RuleFor(x => x.Email)
        .Must(x => x is { Length: > 2 and <= 320 } && x.Contains('@', StringComparison.Ordinal))
        .WithMessage("Enter the email address that the link was sent to");
}

internal sealed class SignInHandler(GovernanceDb db, Record record, TimeProvider clock) : IRequestHandler<SignIn, SignInResult>
{
    public async Task<SignInResult> Handle(SignIn command, CancellationToken cancellationToken)
    {
        var hash = Tokens.Hash(command.Token);
        var now = clock.GetUtcNow();
        var link = await db.LinkTokens.SingleOrDefaultAsync(x => x.Hash == hash && x.Purpose == LinkPurpose.SignIn, cancellationToken);
        if (link is null || link.UsedAt is not null || link.ExpiresAt < now)
        {
            return new SignInResult.LinkNotGood();
        }

        var person = await db.People.SingleAsync(x => x.Id == link.PersonId, cancellationToken);
        if (!string.Equals(person.Email, command.Email.Trim(), StringComparison.OrdinalIgnoreCase))
        {
            return new SignInResult.OtherAddress();
        }

        link.UsedAt = now;
        await record.AddAsync(new Fact("signed-in", $"person/{person.Id}", "Signed in through a link"), cancellationToken);
        return new SignInResult.SignedIn(person.Id);
    }
}
