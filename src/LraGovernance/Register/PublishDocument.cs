using System.Globalization;
using FluentValidation;
using LraGovernance.Audit;
using LraGovernance.Calendar;
using LraGovernance.Data;
using LraGovernance.Pipeline;
using LraGovernance.Running;
using MediatR;

namespace LraGovernance.Register;

/// <summary>
/// Makes a document of a process public, by its classification. Within a pre-election period it is held, and public on the first day after it.
/// In title and address <c>{key}</c> stands for the period or case.
/// </summary>
[SystemOnly]
public sealed record PublishDocument(Guid CommandId, string Service, string Kind, string Key, string Title, string Address, string Process)
    : IStepCommand<PublishDocument, PublishDocumentResult>
{
    public static PublishDocument From(StepOrigin origin) => new(
        origin.CommandId, origin.Service, (string?)origin.Input["kind"] ?? "", origin.InstanceKey, WithKey(origin, "title"), WithKey(origin, "address"), origin.Process);

    private static string WithKey(StepOrigin origin, string input) =>
        ((string?)origin.Input[input] ?? "").Replace("{key}", origin.InstanceKey, StringComparison.Ordinal);
}

public abstract record PublishDocumentResult
{
    public sealed record Published : PublishDocumentResult;

    /// <summary>A pre-election period holds it.</summary>
    public sealed record Held(DateOnly Until) : PublishDocumentResult;

    /// <summary>It is exempt or internal.</summary>
    public sealed record NotPublic : PublishDocumentResult;
}

internal sealed class PublishDocumentValidator : AbstractValidator<PublishDocument>
{
    public PublishDocumentValidator()
    {
        RuleFor(x => x.Kind).NotEmpty();
        RuleFor(x => x.Title).NotEmpty();
        RuleFor(x => x.Address).NotEmpty();
    }
}

internal sealed class PublishDocumentHandler(GovernanceDb db, CouncilCalendar calendar, Record record, TimeProvider clock)
    : IRequestHandler<PublishDocument, PublishDocumentResult>
{
    public async Task<PublishDocumentResult> Handle(PublishDocument command, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        var publication = await db.Publications.FindAsync([command.Service, command.Kind, command.Key], cancellationToken);
        if (publication is null)
        {
            publication = new Publication
            {
                Service = command.Service, Kind = command.Kind, Key = command.Key, Title = command.Title, Address = command.Address,
                Classification = PublicationRule.Default(command.Kind),
            };
            db.Publications.Add(publication);
        }

        (publication.Title, publication.Address, publication.DueAt) = (command.Title, command.Address, now);
        if (publication.Classification != Classification.Unrestricted)
        {
            await TellAsync(command, "publication-withheld", $"{command.Title}: {publication.Classification.ToString().ToLowerInvariant()}, not public", publication, cancellationToken);
            return new PublishDocumentResult.NotPublic();
        }

        var today = London.DateOf(now);
        var first = PreElection.FirstDay(today, await calendar.PreElectionAsync(command.Service, cancellationToken));
        if (first > today)
        {
            publication.HeldUntil = first;
            db.Agenda.Add(PublishHeld.Item(publication, first));
            await TellAsync(command, "publication-held", string.Create(CultureInfo.GetCultureInfo("en-GB"), $"{command.Title}: held by the pre-election period until {first:d MMMM yyyy}"), publication, cancellationToken);
            return new PublishDocumentResult.Held(first);
        }

        publication.PublicSince = now;
        await TellAsync(command, "document-published", command.Title, publication, cancellationToken);
        return new PublishDocumentResult.Published();
    }

    private Task TellAsync(PublishDocument command, string happened, string detail, Publication publication, CancellationToken cancellationToken) =>
        record.AddAsync(new Fact(happened, $"{command.Kind}/{command.Key}", detail)
        {
            Process = command.Process, InstanceKey = command.Key,
            After = new { publication.Classification, publication.ExemptParagraph, publication.HeldUntil, publication.PublicSince },
        }, cancellationToken);
}
