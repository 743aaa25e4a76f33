using LraGovernance.Calendar;
using LraGovernance.Data;
using LraGovernance.Decisions;
using LraGovernance.Pipeline;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace LraGovernance.Register;

/// <summary>The public record of one decision: date, decision, reasons, options considered and rejected, interests declared. No names.</summary>
[Anyone("decisions are on a public register; exempt content is left out")]
public sealed record ReadRegisterEntry(string Service, Guid Id) : IQuery<RegisterEntry?>;

/// <param name="Decision">Null where the decision is exempt.</param>
/// <param name="Classification">How it stands now.</param>
public sealed record RegisterEntry(Guid Id, DateOnly Date, string BodyName, Classification Classification, int? ExemptParagraph, PublicDecision? Decision);

/// <param name="Matter">What it was about; null where that is not public.</param>
/// <param name="Rejected">The options that were open and not chosen.</param>
/// <param name="Votes">Each seat by role, in its capacity; an interest takes a seat out.</param>
public sealed record PublicDecision(
    string Title, DecidedMatter? Matter, string Outcome, string DocumentHash, IReadOnlyList<string> Reasons, IReadOnlyList<string> Considered, IReadOnlyList<string> Rejected,
    IReadOnlyList<PublicVote> Votes);

public sealed record PublicVote(string RoleTitle, string Capacity, bool ByDeputy, string? Option, bool Interested);

internal sealed class ReadRegisterEntryHandler(GovernanceDb db, CouncilCalendar calendar, DecidedMatters matters, TimeProvider clock) : IRequestHandler<ReadRegisterEntry, RegisterEntry?>
{
    public async Task<RegisterEntry?> Handle(ReadRegisterEntry request, CancellationToken cancellationToken)
    {
        var decision = await db.DecisionRequests.AsNoTracking().Include(x => x.Invitations).SingleOrDefaultAsync(
            x => x.Id == request.Id && x.Service == request.Service && x.BodyKey == DecisionRegister.Body && x.State == RequestState.Decided, cancellationToken);
        if (decision is null || DecisionRegister.FirstDay(decision, await calendar.PreElectionAsync(request.Service, cancellationToken)) > London.DateOf(clock.GetUtcNow()))
        {
            return null;
        }

        var changed = await db.Publications.AsNoTracking().SingleOrDefaultAsync(
            x => x.Service == request.Service && x.Kind == DecisionRegister.Kind && x.Key == $"{request.Id}", cancellationToken);
        var classification = DecisionRegister.ClassificationOf(changed);
        return classification == Classification.Internal ? null : new(
            decision.Id, London.DateOf(decision.ClosedAt!.Value), decision.BodyName, classification, changed?.ExemptParagraph,
            classification == Classification.Exempt ? null : await PublicAsync(decision, cancellationToken));
    }

    private async Task<PublicDecision> PublicAsync(DecisionRequest decision, CancellationToken cancellationToken)
    {
        var answers = await db.Answers.AsNoTracking().Where(x => x.RequestId == decision.Id && x.SupersededAt == null).ToDictionaryAsync(x => x.InvitationId, cancellationToken);
        var seats = decision.Standing().ToList();
        return new(
            decision.Title, await matters.OfAsync(decision, cancellationToken), decision.Outcome!, decision.DocumentHash,
            [.. seats.Select(x => answers.GetValueOrDefault(x.Id)).Where(x => x?.Option == decision.Outcome && !TextRules.IsBlank(x?.Reason)).Select(x => x!.Reason!)],
            decision.Options, [.. decision.Options.Where(x => x != decision.Outcome)],
            [.. seats.Select(x => new PublicVote(x.RoleTitle, x.Capacity, x.OnBehalfOfId is not null, answers.GetValueOrDefault(x.Id)?.Option, x.Interested))]);
    }
}
