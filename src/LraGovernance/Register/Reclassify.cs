using FluentValidation;
using LraGovernance.Audit;
using LraGovernance.Calendar;
using LraGovernance.Data;
using LraGovernance.Pipeline;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace LraGovernance.Register;

/// <summary>The clerk or the commissioner changes who may read a document, a decision or a case, with a reason.</summary>
[Roles("committee-clerk", "commissioner")]
public sealed record Reclassify(Guid CommandId, string Service, string Kind, string Key, Classification? To, int? ExemptParagraph, string? Reason)
    : ICommand<ReclassifyResult>;

public abstract record ReclassifyResult
{
    public sealed record Saved(Classification Now) : ReclassifyResult;

    public sealed record NotFound : ReclassifyResult;
}

internal sealed class ReclassifyValidator : AbstractValidator<Reclassify>
{
    public ReclassifyValidator()
    {
        RuleFor(x => x.To).NotNull().WithMessage("Select who may read it");
        RuleFor(x => x.ExemptParagraph).Must(x => x is >= 1 and <= PublicationRule.LastExemptParagraph).When(x => x.To == Classification.Exempt)
            .WithMessage($"Enter the paragraph of Schedule 12A, from 1 to {PublicationRule.LastExemptParagraph}");
        RuleFor(x => x.Reason).Written("Enter the reason").AtMost(1_000, "The reason");
    }
}

internal sealed class ReclassifyHandler(GovernanceDb db, CouncilCalendar calendar, Record record, Caller caller, TimeProvider clock)
    : IRequestHandler<Reclassify, ReclassifyResult>
{
    public async Task<ReclassifyResult> Handle(Reclassify command, CancellationToken cancellationToken)
    {
        if (await FindAsync(command, cancellationToken) is not { } publication)
        {
            return new ReclassifyResult.NotFound();
        }

        var now = clock.GetUtcNow();
        var before = new { publication.Classification, publication.ExemptParagraph, publication.PublicSince };
        publication.Classification = command.To!.Value;
        publication.ExemptParagraph = command.To == Classification.Exempt ? command.ExemptParagraph : null;
        (publication.ChangedById, publication.ChangedAt) = (caller.Actor.PersonId, now);
        await OpenUpAsync(publication, now, cancellationToken);
        await record.AddAsync(new Fact("classification-changed", $"{command.Kind}/{command.Key}", $"{command.Kind} {command.Key}: {before.Classification} to {publication.Classification}")
        {
            InstanceKey = command.Key, Before = before, After = new { publication.Classification, publication.ExemptParagraph, publication.HeldUntil, publication.PublicSince },
            Personal = [new("reason", caller.Actor.PersonId!.Value, command.Reason!.Trim())],
        }, cancellationToken);
        return new ReclassifyResult.Saved(publication.Classification);
    }

    /// <summary>What was due while it was restricted is public now, or after the pre-election period that holds it.</summary>
    private async Task OpenUpAsync(Publication publication, DateTimeOffset now, CancellationToken cancellationToken)
    {
        if (publication is not { Classification: Classification.Unrestricted, DueAt: not null, PublicSince: null })
        {
            return;
        }

        var today = London.DateOf(now);
        var first = PreElection.FirstDay(today, await calendar.PreElectionAsync(publication.Service, cancellationToken));
        if (first == today)
        {
            publication.PublicSince = now;
            return;
        }

        publication.HeldUntil = first;
        var item = PublishHeld.Item(publication, first);
        if (await db.Agenda.FindAsync([item.Kind, item.Key], cancellationToken) is null)
        {
            db.Agenda.Add(item);
        }
    }

    private async Task<Publication?> FindAsync(Reclassify command, CancellationToken cancellationToken)
    {
        if (await db.Publications.FindAsync([command.Service, command.Kind, command.Key], cancellationToken) is { } known)
        {
            return known;
        }

        // A decision is public by its own date; a row is kept only once somebody has changed what the public may read of it.
        if (command.Kind != DecisionRegister.Kind || !Guid.TryParse(command.Key, out var id)
            || await db.DecisionRequests.AsNoTracking().SingleOrDefaultAsync(x => x.Id == id && x.Service == command.Service, cancellationToken) is not { } decision)
        {
            return null;
        }

        return db.Publications.Add(new Publication
        {
            Service = command.Service, Kind = command.Kind, Key = command.Key, Title = decision.Title, Address = $"/decisions/{id}",
            Classification = PublicationRule.Default(command.Kind),
        }).Entity;
    }
}
