using System.Globalization;
using System.Text.Json;
using LraGovernance.Audit;
using LraGovernance.Bodies;
using LraGovernance.Calendar;
using LraGovernance.Data;
using LraGovernance.Notifications;
using LraGovernance.Packs;
using LraGovernance.Pipeline;
using LraGovernance.Running;
using Microsoft.EntityFrameworkCore;

namespace LraGovernance.Decisions;

/// <summary>Opens requests to bodies, closes them, and moves the process on that asked.</summary>
internal sealed class DecisionDesk(
    GovernanceDb db, IEnumerable<IPaperSource> papers, InstanceNames names, Seating seating, CouncilCalendar calendar, Settings settings, Outbox outbox, Bursts bursts, Record record,
    Randomness randomness, TimeProvider clock)
{
    /// <summary>Opens the request, or gives its outcome at once when the body cannot be quorate.</summary>
    internal async Task<string?> OpenAsync(Asked asked, CancellationToken cancellationToken)
    {
        var request = await NewRequestAsync(asked, cancellationToken);
        db.DecisionRequests.Add(request);
        await seating.BeginAsync(request, cancellationToken);
        await RecordAsync(request, "decision-requested", $"{request.Title}: asked of {request.BodyName}", new
        {
            body = request.BodyKey, document = request.DocumentHash, rule = request.Rule, quorum = request.Quorum, request.DeadlineAt,
            seats = request.Invitations.Select(x => new { seat = x.SeatKey, person = x.PersonId, onBehalfOf = x.OnBehalfOfId }),
        }, cancellationToken);
        if (Settled(request, [], timeIsOver: false) is { } settled)
        {
            await CloseAsync(request, settled, cancellationToken, resume: false, wereAsked: false);
            return settled.Outcome;
        }

        foreach (var invitation in request.Invitations)
        {
            await outbox.QueueAsync(request.Service, InvitationMail("decision-request", request, invitation, invitation.Id.ToString()), cancellationToken);
        }

        await PlanAsync(request, asked.Integers("reminders"));
        await seating.PlanAsync(request, cancellationToken);
        return null;
    }

    /// <summary>Counts the answers; when they settle the matter, closes the request and moves the process on.</summary>
    internal async Task SettleAsync(DecisionRequest request, CancellationToken cancellationToken, bool timeIsOver = false)
    {
        // What this command has added is not in the database yet, and what it superseded still is: ask both.
        await db.SaveChangesAsync(cancellationToken);
        var standing = await db.Answers.Where(x => x.RequestId == request.Id && x.SupersededAt == null).ToListAsync(cancellationToken);
        if (Settled(request, standing, timeIsOver) is { } settled)
        {
            await CloseAsync(request, settled, cancellationToken);
        }
    }

    internal async Task WithdrawAsync(Guid instance, string bookmark, string reason, CancellationToken cancellationToken)
    {
        var request = await db.DecisionRequests.Include(x => x.Invitations)
            .SingleAsync(x => x.InstanceId == instance && x.BookmarkId == bookmark, cancellationToken);
        if (request.State == RequestState.Open)
        {
            await CloseAsync(request, new(RequestState.Withdrawn, "Withdrawn", reason), cancellationToken, resume: false);
        }
    }

    internal static Owed InvitationMail(string template, DecisionRequest request, Invitation invitation, string occurrence) =>
        new(template, invitation.PersonId, occurrence, new Dictionary<string, string>
        {
            ["title"] = request.FullTitle, ["body"] = request.BodyName, ["role"] = invitation.RoleTitle,
            ["deputy"] = invitation.OnBehalfOfId is null ? "" : "You are asked as deputy.",
            ["due"] = request.DeadlineAt is { } due ? London.Local(due).ToString("dddd d MMMM yyyy", CultureInfo.GetCultureInfo("en-GB")) : "no fixed date",
        })
        {
            InvitationId = invitation.Id, Process = request.Process, InstanceKey = request.InstanceKey,
        };

    internal Task RecordAsync(DecisionRequest request, string happened, string detail, object? after, CancellationToken cancellationToken) =>
        record.AddAsync(new Fact(happened, $"decision/{request.Id}", detail) { Process = request.Process, InstanceKey = request.InstanceKey, After = after }, cancellationToken);

    private async Task<DecisionRequest> NewRequestAsync(Asked asked, CancellationToken cancellationToken)
    {
        var instance = asked.Instance;
        var now = clock.GetUtcNow();
        var body = await db.Bodies.AsNoTracking().SingleAsync(x => x.Service == instance.Service && x.Key == asked.RequiredText("body"), cancellationToken);
        var kind = asked.RequiredText("paper");
        var paper = await papers.Single(x => x.Kind == kind).FindAsync(instance.Service, instance.Key, cancellationToken);
        return new DecisionRequest
        {
            Id = randomness.Id("decision", asked.Identity), Service = instance.Service, Process = instance.DefinitionId, InstanceKey = instance.Key,
            InstanceId = instance.Id, BookmarkId = asked.BookmarkId!, BodyKey = body.Key, BodyName = body.Name, Title = asked.RequiredText("title"),
            About = await names.AboutAsync(instance.Service, instance.DefinitionId, instance.Key, cancellationToken),
            PaperKind = paper.Kind, PaperKey = paper.Key, DocumentHash = paper.Hash, Options = [.. asked.List("options")],
            Rule = asked.Text("rule") is { } rule ? Enum.Parse<Rule>(rule) : body.Rule, Quorum = body.Quorum, ChairSeat = body.ChairSeat, CastingVote = body.CastingVote, State = RequestState.Open, OpenedAt = now,
            DeadlineAt = await calendar.DeadlineAsync(instance.Service, instance.FinancialYear, asked.Text("deadline"), await settings.DaysAsync(asked, "deadlineWorkingDays", "deadlineSetting", cancellationToken), now),
        };
    }

    private async Task PlanAsync(DecisionRequest request, IReadOnlyList<int> reminders)
    {
        var ladder = await calendar.LadderAsync(request.Service, request.OpenedAt, reminders);
        if (ladder.Count > 0)
        {
            db.Agenda.Add(new AgendaItem
            {
                Kind = RemindBody.AgendaKind, Key = request.Id.ToString(), Service = request.Service, DueAt = ladder[0], Data = JsonSerializer.Serialize(ladder.Skip(1)),
            });
        }

        if (request.DeadlineAt is { } deadline)
        {
            db.Agenda.Add(new AgendaItem { Kind = ExpireRequest.AgendaKind, Key = request.Id.ToString(), Service = request.Service, DueAt = deadline });
        }
    }

    private sealed record Settlement(RequestState State, string Outcome, string Reason);

    private static Settlement? Settled(DecisionRequest request, List<Answer> standing, bool timeIsOver)
    {
        var seats = request.Standing()
            .Select(x => new SeatAnswer(x.SeatKey, standing.Find(a => a.InvitationId == x.Id)?.Option, x.Interested)).ToList();
        return Tally.Of(request.Rule, request.Quorum, request.Options, seats, request.CastingVote ? request.ChairSeat : null, timeIsOver) switch
        {
            TallyResult.Decided decided => new(RequestState.Decided, decided.Option, $"{request.BodyName} has decided"),
            TallyResult.Expired => new(RequestState.Expired, "Expired", "The time for answers is over"),
            TallyResult.Inquorate => new(RequestState.Inquorate, "Inquorate", "Too few members can take part"),
            _ => null,
        };
    }

    private async Task CloseAsync(DecisionRequest request, Settlement settlement, CancellationToken cancellationToken, bool resume = true, bool wereAsked = true)
    {
        request.State = settlement.State;
        request.Outcome = settlement.Outcome;
        request.ClosedAt = clock.GetUtcNow();
        request.ClosedBecause = settlement.Reason;
        foreach (var kind in (string[])[RemindBody.AgendaKind, ExpireRequest.AgendaKind, AskSuccessors.AgendaKind])
        {
            if (await db.Agenda.FindAsync([kind, request.Id.ToString()], cancellationToken) is { } item)
            {
                db.Agenda.Remove(item);
            }
        }

        foreach (var invitation in request.Standing().Where(_ => wereAsked))
        {
            await outbox.TakeBackAsync(invitation.Id, cancellationToken);
            var mail = InvitationMail("decision-closed", request, invitation, request.Id.ToString());
            await outbox.QueueAsync(request.Service, mail with
            {
                InvitationId = null,
                Data = new Dictionary<string, string>(mail.Data) { ["reason"] = settlement.Reason, ["outcome"] = OptionWords.Of(settlement.Outcome) },
            }, cancellationToken);
        }

        var happened = settlement.State == RequestState.Decided ? "body-decided" : $"request-{settlement.State.ToString().ToLowerInvariant()}";
        await RecordAsync(request, happened, $"{request.BodyName}: {settlement.Outcome}", new
        {
            outcome = settlement.Outcome, document = request.DocumentHash, rule = request.Rule, quorum = request.Quorum,
        }, cancellationToken);
        if (resume)
        {
            bursts.Resume(request.InstanceId, request.BookmarkId, settlement.Outcome);
        }
    }
}
