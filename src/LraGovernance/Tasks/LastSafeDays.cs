using System.Text.Json.Nodes;
using LraGovernance.Calendar;
using LraGovernance.Data;
using LraGovernance.Decisions;
using LraGovernance.Engine.Definitions;
using LraGovernance.Meetings;
using LraGovernance.Packs;
using LraGovernance.Running;
using LraGovernance.Specifications;
using Microsoft.EntityFrameworkCore;

namespace LraGovernance.Tasks;

/// <summary>The last safe day as it is shown with what is asked.</summary>
/// <param name="Day">The last day on which an answer still keeps what is ahead.</param>
/// <param name="For">What is ahead, in words.</param>
/// <param name="ForDay">The day of that.</param>
public sealed record SafeBy(DateOnly Day, string For, DateOnly ForDay);

/// <summary>Works out the last safe day of an open step from the text of its process, the council's calendar and who is in office when.</summary>
internal sealed class LastSafeDays(GovernanceDb db, PinnedDefinitions definitions, CouncilCalendar calendar, Settings settings)
{
    /// <param name="instance">The running process.</param>
    /// <param name="step">The step that asks.</param>
    /// <param name="roles">The roles that all have to be held for it to be done.</param>
    /// <param name="cancellationToken">Stops the work.</param>
    internal async Task<SafeBy?> OfAsync(WorkflowInstance instance, string step, IReadOnlyList<string> roles, CancellationToken cancellationToken)
    {
        var definition = await definitions.OfAsync(db, instance, cancellationToken);
        if (definition.AllActivities().FirstOrDefault(x => x.Id == step)?.Parent is not { } flow || !flow.Connections.Any())
        {
            return null;
        }

        var steps = new Dictionary<string, PlannedStep>();
        var ahead = Forward(flow);
        foreach (var node in flow.Children)
        {
            steps[node.Id] = await PlanAsync(node, ahead[node.Id], instance, cancellationToken);
        }

        var held = await db.RoleHoldings.AsNoTracking().Where(x => x.Service == instance.Service && roles.Contains(x.RoleKey)).ToListAsync(cancellationToken);
        var safe = LastSafeDay.Of(
            step, steps, await calendar.WorkingAsync(instance.Service, cancellationToken), await calendar.PreElectionAsync(instance.Service, cancellationToken),
            day => roles.All(role => held.Any(x => x.RoleKey == role && x.From <= day && (x.To is null || x.To >= day))));
        return safe is null ? null : new(safe.Day, await TitleAsync(instance, safe.For.Key, cancellationToken), safe.For.Day);
    }

    private async Task<PlannedStep> PlanAsync(ActivityNode node, IReadOnlyList<string> next, WorkflowInstance instance, CancellationToken cancellationToken)
    {
        var step = new PlannedStep(next) { LeadsToAll = node.Type == "Elsa.FlowFork" };
        return node.Type switch
        {
            WaitForDateActivity.TypeName when node.Literal("date") is { } date => step with { Fixed = await FixedAsync(instance, date, 0, cancellationToken) },
            WaitForDateActivity.TypeName => step with { Takes = await DaysAsync(node, "workingDays", "setting", instance, cancellationToken) },
            AssignTaskActivity.TypeName when node.Literal("goOn") == "true" => step,
            AssignTaskActivity.TypeName => step with { Takes = await DaysAsync(node, "dueWorkingDays", "dueSetting", instance, cancellationToken) },
            RequestDecisionActivity.TypeName => step with { Takes = await DaysAsync(node, "deadlineWorkingDays", "deadlineSetting", instance, cancellationToken) },
            SendCommandActivity.TypeName => node.Literal("command") switch
            {
                nameof(PutPaperToCommittee) => step with { Fixed = await FixedAsync(instance, MeetingOf(node), await settings.NumberAsync(instance.Service, "committeePapersClearDays", cancellationToken), cancellationToken) },
                nameof(PublishSpecification) or "PublishDocument" => step with { Publishes = true },
                _ => step,
            },
            _ => step,
        };
    }

    private static string MeetingOf(ActivityNode put) =>
        put.Literal("input") is { } input && (string?)JsonNode.Parse(input)?["date"] is { } date ? date : PaperHead.OfTheSpecification.Date;

    private async Task<FixedDay> FixedAsync(WorkflowInstance instance, string key, int clearDays, CancellationToken cancellationToken) =>
        new(key, await calendar.NamedAsync(instance.Service, instance.FinancialYear, key, cancellationToken), new ClearDays(clearDays));

    private async Task<WorkingDays> DaysAsync(ActivityNode node, string number, string setting, WorkflowInstance instance, CancellationToken cancellationToken) =>
        new(node.Literal(setting) is { } key ? await settings.NumberAsync(instance.Service, key, cancellationToken)
            : node.Literal(number) is { } days ? int.Parse(days, System.Globalization.CultureInfo.InvariantCulture) : 0);

    private async Task<string> TitleAsync(WorkflowInstance instance, string key, CancellationToken cancellationToken) =>
        (await db.NamedDates.FindAsync([instance.Service, instance.FinancialYear, key], cancellationToken))!.Title;

    /// <summary>What each step leads to, without the connections that go back to a step on the way to it; where a step only goes back, that.</summary>
    private static Dictionary<string, IReadOnlyList<string>> Forward(ActivityNode flow)
    {
        var outgoing = flow.Connections.ToLookup(x => x.Source, x => x.Target);
        var (forward, onTheWay) = (flow.Children.ToDictionary(x => x.Id, _ => (IReadOnlyList<string>)[]), new HashSet<string>());
        var done = new HashSet<string>();
        foreach (var node in flow.Children.Where(x => !flow.Connections.Any(c => c.Target == x.Id)))
        {
            Walk(node.Id);
        }

        return forward;

        void Walk(string id)
        {
            if (!done.Add(id))
            {
                return;
            }

            onTheWay.Add(id);
            var next = outgoing[id].Distinct().Where(x => !onTheWay.Contains(x)).ToList();
            next.ForEach(Walk);
            forward[id] = next.Count > 0 ? next : [.. outgoing[id].Distinct()];
            onTheWay.Remove(id);
        }
    }
}
