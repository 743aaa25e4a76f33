using FluentValidation;
using LraGovernance.Audit;
using LraGovernance.Calendar;
using LraGovernance.Data;
using LraGovernance.Decisions;
using LraGovernance.Packs;
using LraGovernance.Pipeline;
using LraGovernance.Running;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace LraGovernance.Meetings;

/// <summary>
/// Puts a paper with the document attached on the agenda of a body's meeting (004 recommendation, R-141 to R-145). The step says which body, on which
/// named date and with which recommendations; the specification goes to the Cabinet Committee where the service's setting asks for its endorsement.
/// </summary>
[SystemOnly]
public sealed record PutPaperToCommittee(Guid CommandId, string Service, string FinancialYear, Guid InstanceId, string Process, string PaperKind)
    : IStepCommand<PutPaperToCommittee, PutPaperToCommitteeResult>
{
    public static PutPaperToCommittee From(StepOrigin origin) => new(
        origin.CommandId, origin.Service, origin.InstanceKey, origin.InstanceId, origin.Process, (string?)origin.Input["paper"] ?? "")
    {
        DatesOf = origin.FinancialYear, Head = PaperHead.From(origin.Input),
    };

    /// <summary>The financial year whose named dates count; that of the process where it is left out.</summary>
    public string? DatesOf { get; init; }

    /// <summary>What stands on the front of the paper; that of the specification's where it is left out.</summary>
    public PaperHead? Head { get; init; }
}

public abstract record PutPaperToCommitteeResult
{
    public sealed record PaperPut(Guid PaperId) : PutPaperToCommitteeResult;

    public sealed record NotRequired : PutPaperToCommitteeResult;
}

internal sealed class PutPaperToCommitteeValidator : AbstractValidator<PutPaperToCommittee>
{
    public PutPaperToCommitteeValidator() => RuleFor(x => x.PaperKind).NotEmpty();
}

internal sealed class PutPaperToCommitteeHandler(
    GovernanceDb db, IEnumerable<IPaperSource> papers, CouncilCalendar calendar, Settings settings, Record record, Randomness randomness)
    : IRequestHandler<PutPaperToCommittee, PutPaperToCommitteeResult>
{
    public async Task<PutPaperToCommitteeResult> Handle(PutPaperToCommittee command, CancellationToken cancellationToken)
    {
        if (command.Head is null && !await settings.IsOnAsync(command.Service, "committeeEndorses", cancellationToken))
        {
            return new PutPaperToCommitteeResult.NotRequired();
        }

        var head = command.Head ?? PaperHead.OfTheSpecification;
        var document = await papers.Single(x => x.Kind == command.PaperKind).FindAsync(command.Service, command.FinancialYear, cancellationToken);
        var date = await calendar.NamedAsync(command.Service, command.DatesOf ?? command.FinancialYear, head.Date, cancellationToken);
        var meeting = await db.Meetings.SingleOrDefaultAsync(x => x.Service == command.Service && x.BodyKey == head.Body && x.Date == date, cancellationToken);
        if (meeting is null)
        {
            var body = await db.Bodies.AsNoTracking().SingleAsync(x => x.Service == command.Service && x.Key == head.Body, cancellationToken);
            meeting = new Meeting { Id = randomness.Id("meeting", $"{command.Service}/{head.Body}/{date:O}"), Service = command.Service, BodyKey = head.Body, BodyName = body.Name, Date = date };
            db.Meetings.Add(meeting);
        }

        var paper = new Paper
        {
            Id = randomness.Id("paper", $"{command.InstanceId}/{document.Hash}"), MeetingId = meeting.Id, InstanceId = command.InstanceId, Title = document.Title,
            Authors = head.Authors, Classification = "Unrestricted", Division = "All",
            PastPathway = head.PastPathway, FuturePathway = head.FuturePathway, Recommendations = [.. head.Recommendations],
            AttachmentKind = document.Kind, AttachmentKey = document.Key, AttachmentHash = document.Hash,
        };
        db.Papers.Add(paper);
        await record.AddAsync(new Fact("paper-put", $"paper/{paper.Id}", $"{paper.Title}: on the agenda of {meeting.BodyName}, {date:d MMMM yyyy}")
        {
            Process = command.Process, InstanceKey = command.FinancialYear, After = new { meeting = meeting.Id, date, attachment = document.Hash },
        }, cancellationToken);
        return new PutPaperToCommitteeResult.PaperPut(paper.Id);
    }
}
