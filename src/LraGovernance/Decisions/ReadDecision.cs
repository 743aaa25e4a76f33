using LraGovernance.Data;
using LraGovernance.Pipeline;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace LraGovernance.Decisions;

/// <summary>Everything that the person who is asked needs to decide; null for anybody else.</summary>
[KnownPerson]
public sealed record ReadDecision(Guid InvitationId) : IQuery<DecisionView?>;

/// <param name="LastAnsweredHash">Content of the last version this person answered on, to show what has changed since.</param>
/// <param name="Newer">The invitation to the newer request that replaced this one.</param>
/// <param name="Hints">What choosing an option sets going, by option; one whose name says it has none.</param>
/// <param name="ClosedBecause">Why it was closed; null while it is open.</param>
public sealed record DecisionView(
    Guid RequestId, Guid InvitationId, string Service, string Title, string BodyName, string PersonName, string? OnBehalfOfName,
    string RoleTitle, string Capacity, string PaperKind, string PaperKey, string DocumentHash, string? LastAnsweredHash,
    IReadOnlyList<string> Options, DateTimeOffset OpenedAt, DateTimeOffset? DeadlineAt, Standing Standing, string? Outcome, DateTimeOffset? ClosedAt,
    AnswerView? Answer, IReadOnlyList<AskedView> Asked, IReadOnlyList<QuestionAnswer> Questions, Guid? Newer,
    string? ClosedBecause, IReadOnlyList<MeetingSaid> Said, IReadOnlyDictionary<string, string> Hints);

/// <summary>What a committee said of the document before the body was asked; its view is advisory.</summary>
/// <param name="Recommendations">What the paper asked of it.</param>
/// <param name="Agreed">What it did with each.</param>
public sealed record MeetingSaid(string BodyName, DateOnly Date, string Reference, bool Endorsed, string Comments, IReadOnlyList<string> Recommendations, IReadOnlyList<bool> Agreed);

public sealed record AnswerView(Guid Id, string Option, string? Reason, string NameTyped, DateTimeOffset At, string DocumentHash);

/// <summary>Somebody else who is asked; whether they have answered, not what.</summary>
public sealed record AskedView(string RoleTitle, string Capacity, bool Deputy, bool Answered, bool Interested, bool You);

public sealed record QuestionAnswer(string AskedBy, string Text, DateTimeOffset At, string? Answer, DateTimeOffset? AnsweredAt);

internal sealed class ReadDecisionHandler(GovernanceDb db, IEnumerable<IPaperSource> papers, Standings standings, Caller caller) : IRequestHandler<ReadDecision, DecisionView?>
{
    public async Task<DecisionView?> Handle(ReadDecision query, CancellationToken cancellationToken)
    {
        var request = await db.RequestOf(query.InvitationId).AsNoTracking().SingleOrDefaultAsync(cancellationToken);
        var own = request?.Invitations.Find(x => x.Id == query.InvitationId);
        if (own is null || !Standings.Belongs(own, caller.Actor))
        {
            return null;
        }

        var names = await db.People.AsNoTracking().Where(x => x.Id == own.PersonId || x.Id == own.OnBehalfOfId)
            .ToDictionaryAsync(x => x.Id, x => x.Name, cancellationToken);
        var answers = await db.Answers.AsNoTracking().Where(x => x.RequestId == request!.Id && x.SupersededAt == null).ToListAsync(cancellationToken);
        var standing = await standings.OfAsync(request!, own, cancellationToken);
        return new DecisionView(
            request!.Id, own.Id, request.Service, request.Title, request.BodyName, names[own.PersonId],
            own.OnBehalfOfId is { } member ? names[member] : null, own.RoleTitle, own.Capacity, request.PaperKind, request.PaperKey, request.DocumentHash,
            await LastAnsweredAsync(request, own, cancellationToken), request.Options, request.OpenedAt, request.DeadlineAt, standing, request.Outcome, request.ClosedAt,
            answers.Where(x => x.InvitationId == own.Id).Select(x => new AnswerView(x.Id, x.Option, x.Reason, x.NameTyped, x.At, x.DocumentHash)).SingleOrDefault(),
            [.. request.Standing().Select(x => new AskedView(
                x.RoleTitle, x.Capacity, x.OnBehalfOfId is not null, answers.Exists(a => a.InvitationId == x.Id), x.Interested, x.Id == own.Id))],
            await QuestionsAsync(request, cancellationToken), standing == Standing.Changed ? await NewerAsync(request, own, cancellationToken) : null,
            request.ClosedBecause, await SaidAsync(request, cancellationToken), Hints(request));
    }

    private Dictionary<string, string> Hints(DecisionRequest request)
    {
        var source = papers.Single(x => x.Kind == request.PaperKind);
        return request.Options.Where(x => source.HintOf(x) is not null).ToDictionary(x => x, x => source.HintOf(x)!);
    }

    private async Task<IReadOnlyList<MeetingSaid>> SaidAsync(DecisionRequest request, CancellationToken cancellationToken) =>
        await db.Meetings.AsNoTracking().Where(x => x.Service == request.Service).OrderBy(x => x.Date)
            .SelectMany(x => x.Papers, (meeting, paper) => new { meeting.BodyName, meeting.Date, paper })
            .Where(x => x.paper.AttachmentKind == request.PaperKind && x.paper.AttachmentKey == request.PaperKey)
            .Join(db.Minutes, x => x.paper.Id, x => x.PaperId, (x, minute) => new MeetingSaid(
                x.BodyName, x.Date, minute.Reference, minute.Endorsed, minute.Comments, x.paper.Recommendations, minute.Agreed))
            .ToListAsync(cancellationToken);

    private Task<string?> LastAnsweredAsync(DecisionRequest request, Invitation own, CancellationToken cancellationToken) =>
        db.Answers.AsNoTracking().Where(x => x.DocumentHash != request.DocumentHash)
            .Join(db.Invitations.Where(x => x.PersonId == own.PersonId), x => x.InvitationId, x => x.Id, (answer, _) => answer)
            .Join(db.DecisionRequests.Where(x => x.Service == request.Service && x.PaperKind == request.PaperKind), x => x.RequestId, x => x.Id, (answer, _) => answer)
            .OrderByDescending(x => x.At).Select(x => (string?)x.DocumentHash).FirstOrDefaultAsync(cancellationToken);

    private async Task<IReadOnlyList<QuestionAnswer>> QuestionsAsync(DecisionRequest request, CancellationToken cancellationToken)
    {
        var questions = await db.Questions.AsNoTracking().Where(x => x.RequestId == request.Id).OrderBy(x => x.At).ToListAsync(cancellationToken);
        var roles = request.Invitations.ToDictionary(x => x.Id, x => x.RoleTitle);
        return [.. questions.Select(x => new QuestionAnswer(roles[x.InvitationId], x.Text, x.At, x.Answer, x.AnsweredAt))];
    }

    private Task<Guid?> NewerAsync(DecisionRequest request, Invitation own, CancellationToken cancellationToken) =>
        db.DecisionRequests.AsNoTracking()
            .Where(x => x.Service == request.Service && x.PaperKind == request.PaperKind && x.PaperKey == request.PaperKey
                && x.BodyKey == request.BodyKey && x.State == RequestState.Open)
            .SelectMany(x => x.Invitations).Where(x => x.PersonId == own.PersonId).Select(x => (Guid?)x.Id).FirstOrDefaultAsync(cancellationToken);
}
