using LraGovernance.Calendar;
using LraGovernance.Data;
using LraGovernance.Engine.Definitions;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;
using Quartz;

namespace LraGovernance.Running;

/// <summary>
/// Processes that start by the calendar: an <c>Elsa.Cron</c> activity with <c>canStartWorkflow</c>. The next occurrence is
/// an agenda item; an occurrence starts at most one instance, because the instance's key comes from its date.
/// </summary>
internal sealed class Schedules(GovernanceDb db, WorkflowCatalogue catalogue, Instances instances, TimeProvider clock, ILogger<Schedules> log) : IAgendaWork
{
    internal const string AgendaKind = "schedule";
    internal const string CronType = "Elsa.Cron";

    public string Kind => AgendaKind;

    /// <summary>Occurrences are read in the council's zone, Elsa's in UTC (the one recorded difference).</summary>
    internal static CronExpression Parse(string cron) => new(cron, London.Zone);

    internal static ActivityNode? TriggerOf(WorkflowDefinition definition) =>
        definition.AllActivities().FirstOrDefault(x => x.Type == CronType && x.CanStartWorkflow);

    /// <summary>Puts the next occurrence of each scheduled process on the agenda, where it is not there yet.</summary>
    internal async Task PlanAsync(string service, CancellationToken cancellationToken)
    {
        foreach (var file in catalogue.NewestOfEach)
        {
            var key = $"{file.Definition.DefinitionId}/{service}";
            if (TriggerOf(file.Definition) is { } trigger && await db.Agenda.FindAsync([AgendaKind, key], cancellationToken) is null)
            {
                db.Agenda.Add(new AgendaItem { Kind = AgendaKind, Key = key, Service = service, DueAt = After(trigger, clock.GetUtcNow().AddSeconds(-1)) });
            }
        }
    }

    public async Task PerformAsync(AgendaItem item, CancellationToken cancellationToken)
    {
        var definitionId = DefinitionOf(item);
        if (catalogue.Newest(definitionId) is not { } file || TriggerOf(file.Definition) is not { } trigger)
        {
            db.Agenda.Remove(item); // the newest version is not started by the calendar any more
            return;
        }

        // Occurrences missed while the product was down: the last of them counts, so that a year is not run twice over. A month is
        // another matter: its figures are owed however late, so its schedule says that each is made up for.
        var occurrence = item.DueAt;
        while ((string?)trigger.CustomProperties["missed"] != "each" && After(trigger, occurrence) is var next && next <= clock.GetUtcNow())
        {
            occurrence = next;
        }

        item.DueAt = After(trigger, occurrence);
        var (key, year) = PeriodOf(trigger, London.DateOf(occurrence));
        if (!await db.NamedDates.AnyAsync(x => x.Service == item.Service && x.FinancialYear == year.ToString(), cancellationToken))
        {
            // The calendar is what a council commissions by: before its first year, and after its last, nothing is started.
            log.LogInformation("{Process} for {Key} is not started: the calendar of {Service} has no year {Year}", definitionId, key, item.Service, year);
            return;
        }

        if (!await db.Instances.AnyAsync(x => x.DefinitionId == definitionId && x.Service == item.Service && x.Key == key, cancellationToken))
        {
            await instances.StartAsync(definitionId, item.Service, key, trigger.Id, cancellationToken, year);
        }
    }

    /// <summary>What the calendar starts next, of each scheduled process the nearest.</summary>
    internal async Task<IReadOnlyList<ScheduledStart>> NextAsync(string service, CancellationToken cancellationToken)
    {
        var items = await db.Agenda.AsNoTracking().Where(x => x.Kind == AgendaKind && x.Service == service).OrderBy(x => x.DueAt).ToListAsync(cancellationToken);
        return [.. Starts()];

        IEnumerable<ScheduledStart> Starts()
        {
            foreach (var item in items)
            {
                if (catalogue.Newest(DefinitionOf(item))?.Definition is { } definition && TriggerOf(definition) is { } trigger)
                {
                    var (key, year) = PeriodOf(trigger, London.DateOf(item.DueAt));
                    yield return new(definition.Name, InstanceNames.PeriodInWords(key) ?? key, year, item.DueAt);
                }
            }
        }
    }

    private static string DefinitionOf(AgendaItem item) => item.Key[..item.Key.IndexOf('/', StringComparison.Ordinal)];

    private static DateTimeOffset After(ActivityNode trigger, DateTimeOffset instant) =>
        Parse(trigger.Literal("cronExpression")!).GetNextValidTimeAfter(instant)
        ?? throw new InvalidOperationException($"The schedule of {trigger.Id} never comes again.");

    /// <summary>The period that an occurrence starts, as the trigger's custom property <c>period</c> says.</summary>
    private static (string Key, FinancialYear Year) PeriodOf(ActivityNode trigger, DateOnly day) => (string?)trigger.CustomProperties["period"] switch
    {
        "next-financial-year" => (FinancialYear.Of(day).Next.ToString(), FinancialYear.Of(day).Next),
        "financial-year" => (FinancialYear.Of(day).ToString(), FinancialYear.Of(day)),
        "last-financial-year" => (FinancialYear.Of(day).Previous.ToString(), FinancialYear.Of(day).Previous),
        "last-month" => (Period.Month(day.AddMonths(-1)).ToString(), FinancialYear.Of(day.AddMonths(-1))),
        var other => throw new InvalidOperationException($"{trigger.Id}: '{other}' is not a period that a schedule can start."),
    };
}

/// <summary>A process that the calendar will start.</summary>
/// <param name="About">The period, in words.</param>
internal sealed record ScheduledStart(string Name, string About, FinancialYear Year, DateTimeOffset At);
