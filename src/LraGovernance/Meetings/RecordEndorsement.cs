using FluentValidation;
using LraGovernance.Audit;
using LraGovernance.Calendar;
using LraGovernance.Data;
using LraGovernance.Pipeline;
using LraGovernance.Tasks;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace LraGovernance.Meetings;

/// <summary>The clerk records what the committee did with the paper: its endorsement is advisory.</summary>
[KnownPerson]
public sealed record RecordEndorsement(Guid CommandId, string Service, Guid TaskId, bool? Endorsed, string Reference, string Attendance, string Comments)
    : ICommand<RecordEndorsementResult>
{
    /// <summary>What the committee did with each recommendation of the paper, in their order; with all of them the same where it is left out.</summary>
    public IReadOnlyList<bool?>? Items { get; init; }
}

public abstract record RecordEndorsementResult
{
    public sealed record Recorded : RecordEndorsementResult;

    /// <summary>A meeting's minutes cannot be recorded before it.</summary>
    public sealed record MeetingNotHeldYet(DateOnly On) : RecordEndorsementResult;

    public sealed record Refused(TaskCompletion Why) : RecordEndorsementResult;
}

internal sealed class RecordEndorsementValidator : AbstractValidator<RecordEndorsement>
{
    public RecordEndorsementValidator()
    {
        RuleFor(x => x.Endorsed).NotNull().When(x => x.Items is null).WithMessage("Select yes if the committee endorsed the paper");
        RuleForEach(x => x.Items).NotNull().WithMessage((_, _) => "Select yes or no for each recommendation");
        RuleFor(x => x.Reference).NotEmpty().WithMessage("Enter the minute reference").AtMost(50, "Minute reference");
        RuleFor(x => x.Attendance).NotEmpty().WithMessage("Enter who was present, by role").AtMost(1_000, "Who was present");
        RuleFor(x => x.Comments).NotEmpty().WithMessage("Enter what the committee said, or \u2018None\u2019").AtMost(4_000, "Comments");
    }
}

internal sealed class RecordEndorsementHandler(GovernanceDb db, TaskDesk tasks, Record record, Caller caller, Randomness randomness, TimeProvider clock)
    : IRequestHandler<RecordEndorsement, RecordEndorsementResult>
{
    internal const string TaskKind = "record-endorsement";

    /// <summary>The same for a paper that is noted or reviewed and not endorsed.</summary>
    internal const string OtherPaperKind = "record-meeting";

    public async Task<RecordEndorsementResult> Handle(RecordEndorsement command, CancellationToken cancellationToken)
    {
        var task = await db.Tasks.AsNoTracking().SingleOrDefaultAsync(x => x.Id == command.TaskId && (x.Kind == TaskKind || x.Kind == OtherPaperKind), cancellationToken);
        var found = task is null ? null : await PaperOfAsync(db, task, cancellationToken);
        if (task is null || found is not { } pair)
        {
            return new RecordEndorsementResult.Refused(TaskCompletion.NotFound);
        }

        if (London.DateOf(clock.GetUtcNow()) < pair.Meeting.Date)
        {
            return new RecordEndorsementResult.MeetingNotHeldYet(pair.Meeting.Date);
        }

        var agreed = pair.Paper.Recommendations.Select((_, i) => (command.Items is { } items ? items.ElementAtOrDefault(i) : command.Endorsed) == true).ToArray();
        var endorsed = Recommendations.Endorsed(pair.Paper.Recommendations, agreed);
        var outcome = endorsed ? "Endorsed" : "NotEndorsed";
        var completion = await tasks.CompleteAsync(task.Id, outcome, cancellationToken);
        if (completion != TaskCompletion.Done)
        {
            return new RecordEndorsementResult.Refused(completion);
        }

        db.Minutes.Add(new Minute
        {
            Id = randomness.Id("minute", pair.Paper.Id.ToString()), PaperId = pair.Paper.Id, Reference = command.Reference.Trim(), Endorsed = endorsed, Agreed = agreed,
            Comments = command.Comments.Trim(), Attendance = command.Attendance.Trim(), RecordedAt = clock.GetUtcNow(),
        });
        await record.AddAsync(new Fact("endorsement-recorded", $"paper/{pair.Paper.Id}", $"{pair.Meeting.BodyName}, {pair.Meeting.Date:d MMMM yyyy}: {outcome}")
        {
            Process = task.Process, InstanceKey = task.InstanceKey, After = new { outcome, agreed, document = pair.Paper.AttachmentHash },
            Personal = [new("reference", caller.Actor.PersonId!.Value, command.Reference.Trim()), new("comments", caller.Actor.PersonId!.Value, command.Comments.Trim()),
                new("attendance", caller.Actor.PersonId!.Value, command.Attendance.Trim())],
        }, cancellationToken);
        return new RecordEndorsementResult.Recorded();
    }

    /// <summary>The newest paper of the process that has no minute yet.</summary>
    internal static async Task<(Paper Paper, Meeting Meeting)?> PaperOfAsync(GovernanceDb db, WorkTask task, CancellationToken cancellationToken)
    {
        var found = await db.Papers.AsNoTracking().Where(x => x.InstanceId == task.InstanceId && !db.Minutes.Any(m => m.PaperId == x.Id))
            .Join(db.Meetings, x => x.MeetingId, x => x.Id, (paper, meeting) => new { paper, meeting })
            .OrderByDescending(x => x.meeting.Date).FirstOrDefaultAsync(cancellationToken);
        return found is null ? null : (found.paper, found.meeting);
    }
}
