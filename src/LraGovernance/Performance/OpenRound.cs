using System.Text.Json.Nodes;
using FluentValidation;
using LraGovernance.Audit;
using LraGovernance.Calendar;
using LraGovernance.Data;
using LraGovernance.Pipeline;
using LraGovernance.Running;
using MediatR;

namespace LraGovernance.Performance;

/// <summary>Opens the round of a month: what is due then by the specification in force, and whose part of the service reports it (R-096).</summary>
[SystemOnly]
public sealed record OpenRound(Guid CommandId, string Service, string Month) : IStepCommand<OpenRound, OpenRoundResult>
{
    public static OpenRound From(StepOrigin origin) => new(origin.CommandId, origin.Service, origin.InstanceKey);
}

public abstract record OpenRoundResult
{
    /// <summary>The parts of the service that are asked.</summary>
    public sealed record Opened(IReadOnlyList<string> Scopes) : OpenRoundResult, IStepResult
    {
        public JsonNode ForTheProcess() => new JsonArray([.. Scopes.Select(x => (JsonNode)x)]);
    }

    /// <summary>No specification was in force, or none of its indicators is due.</summary>
    public sealed record NothingDue : OpenRoundResult;
}

internal sealed class OpenRoundValidator : AbstractValidator<OpenRound>
{
    public OpenRoundValidator() => RuleFor(x => x.Month).Must(x => Period.TryParse(x, out _)).WithMessage("It is not a month");
}

internal sealed class OpenRoundHandler(GovernanceDb db, KnownFile known, Record record, TimeProvider clock) : IRequestHandler<OpenRound, OpenRoundResult>
{
    public async Task<OpenRoundResult> Handle(OpenRound command, CancellationToken cancellationToken)
    {
        var month = Period.Parse(command.Month);
        var now = clock.GetUtcNow();
        var version = (await known.VersionsAsync(command.Service, cancellationToken)).LastOrDefault(x => x.From <= month.Last);
        var asked = (version?.Document.Indicators ?? []).Where(x => x.Reporter is not null && IsDue(x.Frequency, month)).Select(x => new AskedFigure
        {
            Service = command.Service, Month = command.Month, Reference = x.Ref, Scope = x.Reporter!, State = AskedState.Due,
            Period = $"{(x.Frequency == "quarterly" ? Period.Quarter(month.First) : month)}",
        }).ToList();
        if (asked.Count == 0)
        {
            return new OpenRoundResult.NothingDue();
        }

        db.KpiRounds.Add(new KpiRound { Service = command.Service, Month = command.Month, State = RoundState.Open, OpenedAt = now });
        db.AskedFigures.AddRange(asked);
        await record.AddAsync(new Fact("round-opened", $"round/{command.Month}", $"Figures for {month.InWords}: {asked.Count} are due")
        {
            Process = "kpi-monitoring", InstanceKey = command.Month, After = new { version = version!.Name, figures = asked.Select(x => x.Reference).Order(StringComparer.Ordinal) },
        }, cancellationToken);
        return new OpenRoundResult.Opened([.. asked.Select(x => x.Scope).Distinct().Order(StringComparer.Ordinal)]);
    }

    private static bool IsDue(string frequency, Period month) => frequency != "quarterly" || Period.Quarter(month.First).Last == month.Last;
}
