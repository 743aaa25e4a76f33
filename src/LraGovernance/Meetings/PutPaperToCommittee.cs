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
/// Puts a paper with the document attached on the agenda of the Cabinet Committee's meeting (004 recommendation, R-141 to
/// R-145), where the service's setting asks for its endorsement.
/// </summary>
[SystemOnly]
public sealed record PutPaperToCommittee(Guid CommandId, string Service, string FinancialYear, Guid InstanceId, string Process, string PaperKind)
    : IStepCommand<PutPaperToCommittee, PutPaperToCommitteeResult>
{
    public static PutPaperToCommittee From(StepOrigin origin) => new(
        origin.CommandId, origin.Service, origin.InstanceKey, origin.InstanceId, origin.Process, (string?)origin.Input["paper"] ?? "");
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
    internal const string Committee = "cabinet-committee";

    public async Task<PutPaperToCommitteeResult> Handle(PutPaperToCommittee command, CancellationToken cancellationToken)
    {
        if (!await settings.IsOnAsync(command.Service, "committeeEndorses", cancellationToken))
        {
            return new PutPaperToCommitteeResult.NotRequired();
        }

        var document = await papers.Single(x => x.Kind == command.PaperKind).FindAsync(command.Service, command.FinancialYear, cancellationToken);
        var date = await calendar.NamedAsync(command.Service, command.FinancialYear, Committee, cancellationToken);
        var meeting = await db.Meetings.SingleOrDefaultAsync(x => x.Service == command.Service && x.BodyKey == Committee && x.Date == date, cancellationToken);
        if (meeting is null)
        {
            var body = await db.Bodies.AsNoTracking().SingleAsync(x => x.Service == command.Service && x.Key == Committee, cancellationToken);
            meeting = new Meeting { Id = randomness.Id("meeting", $"{command.Service}/{Committee}/{date:O}"), Service = command.Service, BodyKey = Committee, BodyName = body.Name, Date = date };
            db.Meetings.Add(meeting);
        }

        var paper = new Paper
        {
            Id = randomness.Id("paper", $"{command.InstanceId}/{document.Hash}"), MeetingId = meeting.Id, InstanceId = command.InstanceId, Title = document.Title,
            Authors = "Cabinet Member and Corporate Director", Classification = "Unrestricted", Division = "All",
            PastPathway = "Senior management team; Commissioning Advisory Board", FuturePathway = "Strategic Board",
            Recommendations = ["Discuss and comment on the service specification", "Endorse the service specification and the commissioning approach"],
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
