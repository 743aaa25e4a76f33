using LraGovernance.Calendar;
using LraGovernance.Data;
using LraGovernance.Decisions;
using LraGovernance.Pipeline;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace LraGovernance.Register;

/// <summary>The Board's decisions as everybody may read them. An exempt one is only known to exist, with the paragraph that says why.</summary>
[Anyone("decisions are on a public register; exempt content is left out")]
public sealed record ReadRegister(string Service) : IQuery<RegisterView>;

/// <param name="Lines">Newest first.</param>
/// <param name="Held">How many a pre-election period holds, and until when.</param>
public sealed record RegisterView(IReadOnlyList<RegisterLine> Lines, int Held, DateOnly? HeldUntil, IReadOnlyList<PreElectionPeriod> Periods);

/// <param name="Title">Null where it is exempt.</param>
/// <param name="Matter">What it was about; null where that is not public.</param>
/// <param name="ExemptParagraph">Why it is not shown; null where it is.</param>
public sealed record RegisterLine(Guid Id, DateOnly Date, string BodyName, string? Title, string? Matter, string? Outcome, int? ExemptParagraph);

internal sealed class ReadRegisterHandler(GovernanceDb db, CouncilCalendar calendar, DecidedMatters matters, TimeProvider clock) : IRequestHandler<ReadRegister, RegisterView>
{
    public async Task<RegisterView> Handle(ReadRegister request, CancellationToken cancellationToken)
    {
        var today = London.DateOf(clock.GetUtcNow());
        var periods = await calendar.PreElectionAsync(request.Service, cancellationToken);
        var decided = await db.DecisionRequests.AsNoTracking()
            .Where(x => x.Service == request.Service && x.BodyKey == DecisionRegister.Body && x.State == RequestState.Decided).ToListAsync(cancellationToken);
        var changed = await db.Publications.AsNoTracking().Where(x => x.Service == request.Service && x.Kind == DecisionRegister.Kind).ToDictionaryAsync(x => x.Key, cancellationToken);
        var known = decided.Where(x => Of(x) != Classification.Internal).ToList();
        var held = known.Where(x => DecisionRegister.FirstDay(x, periods) > today).ToList();
        var lines = new List<RegisterLine>();
        foreach (var decision in known.Except(held).OrderByDescending(x => x.ClosedAt))
        {
            lines.Add(await LineAsync(decision));
        }

        return new(
            lines, held.Count,
            held.Count == 0 ? null : held.Min(x => DecisionRegister.FirstDay(x, periods)), periods);

        Classification Of(DecisionRequest decision) => DecisionRegister.ClassificationOf(changed.GetValueOrDefault(decision.Id.ToString()));

        async Task<RegisterLine> LineAsync(DecisionRequest decision)
        {
            var date = London.DateOf(decision.ClosedAt!.Value);
            return Of(decision) == Classification.Exempt
                ? new(decision.Id, date, decision.BodyName, null, null, null, changed[decision.Id.ToString()].ExemptParagraph)
                : new(decision.Id, date, decision.BodyName, decision.Title, (await matters.OfAsync(decision, cancellationToken))?.Name, decision.Outcome, null);
        }
    }
}
