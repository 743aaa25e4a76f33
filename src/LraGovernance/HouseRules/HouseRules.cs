using LraGovernance.Engine.Definitions;
using LraGovernance.Notifications;
using LraGovernance.Packs;
using LraGovernance.Running;
using Quartz;

namespace LraGovernance.HouseRules;

/// <summary>
/// What our own definitions must keep beyond what the engine needs to load them: nothing legal but doubtful, schedules clear
/// of the clock changes, and no name that a pack, a command or a template does not have.
/// </summary>
public sealed class HouseRules(PackFolder packs, StepCommands commands, MailTemplates templates)
{
    private static readonly TimeOnly FirstUnsafe = new(0, 30);
    private static readonly TimeOnly LastUnsafe = new(2, 30);

    /// <exception cref="WorkflowsRefusedException">A definition does not load or breaks a house rule; all faults are named.</exception>
    public void RequireSound(WorkflowCatalogue catalogue)
    {
        var faults = catalogue.Files.SelectMany(Check).Concat(catalogue.Files.SelectMany(file => Children(file, catalogue))).ToList();
        if (faults.Count > 0)
        {
            throw new WorkflowsRefusedException(faults);
        }
    }

    public IEnumerable<LoadFault> Check(WorkflowFile file)
    {
        foreach (var warning in DefinitionWarnings.Of(file.Definition))
        {
            yield return new(file.Name, warning.Path, warning.Reason);
        }

        if (file.Definition.GoesOnAfterFaults)
        {
            yield return new(file.Name, "$.options.incidentStrategyType", "the product holds a step that faults for a retry: leave the strategy out");
        }

        foreach (var activity in file.Definition.AllActivities())
        {
            foreach (var (input, reason) in Schedule(activity).Concat(Names(activity)))
            {
                yield return new(file.Name, $"{activity.Path}.{input}", reason);
            }
        }
    }

    private static IEnumerable<LoadFault> Children(WorkflowFile file, WorkflowCatalogue catalogue) =>
        from activity in file.Definition.AllActivities()
        let child = activity.Literal("workflowDefinitionId")
        where child is not null && catalogue.Newest(child) is null
        select new LoadFault(file.Name, $"{activity.Path}.workflowDefinitionId", $"there is no process '{child}'");

    private static IEnumerable<(string Input, string Reason)> Schedule(ActivityNode activity)
    {
        const string input = "cronExpression";
        if (activity.Literal(input) is not { } cron)
        {
            yield break;
        }

        if (!CronExpression.TryParse(cron, out _))
        {
            yield return (input, $"'{cron}' is not a schedule (six fields, seconds first)");
            yield break;
        }

        var fields = cron.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        if (fields[5].Any(char.IsAsciiDigit))
        {
            yield return (input, $"'{cron}' gives the day of the week by number, which Elsa and Quartz count differently: use its name");
        }

        var rings = new CronExpression(cron, TimeZoneInfo.Utc);
        for (var (next, seen) = (rings.GetNextValidTimeAfter(DateTimeOffset.UnixEpoch), 0); next is { } time && seen < 100; seen++)
        {
            if (TimeOnly.FromDateTime(time.UtcDateTime) is var at && at >= FirstUnsafe && at <= LastUnsafe)
            {
                yield return (input, $"'{cron}' rings at {at:HH\\:mm}, between 00:30 and 02:30, where the clock changes skip or repeat it");
                yield break;
            }

            next = rings.GetNextValidTimeAfter(time);
        }
    }

    private IEnumerable<(string Input, string Reason)> Names(ActivityNode activity)
    {
        if (activity.Literal("command") is { } command && !commands.Knows(command))
        {
            yield return ("command", $"there is no step command '{command}'");
        }

        if (activity.Literal("template") is { } template && !templates.Names.Contains(template))
        {
            yield return ("template", $"there is no mail template '{template}'");
        }

        foreach (var pack in Packs())
        {
            foreach (var (input, name, kind, known) in PackNames(activity, pack))
            {
                if (!known.Contains(name))
                {
                    yield return (input, $"the pack {pack.Name} has no {kind} '{name}'");
                }
            }
        }
    }

    private static IEnumerable<(string Input, string Name, string Kind, IReadOnlySet<string> Known)> PackNames(ActivityNode activity, PackIndex pack)
    {
        if (activity.Literal("role") is { } role)
        {
            yield return ("role", role, "role", pack.Roles);
        }

        foreach (var one in activity.LiteralList("roles") ?? [])
        {
            yield return ("roles", one, "role", pack.Roles);
        }

        if (activity.Literal("body") is { } body)
        {
            yield return ("body", body, "body", pack.Bodies);
        }

        foreach (var input in (string[])["dueSetting", "deadlineSetting", "setting", "dueDayOfMonthSetting", "dayOfMonthSetting"])
        {
            if (activity.Literal(input) is { } setting)
            {
                yield return (input, setting, "setting", pack.Settings);
            }
        }

        foreach (var input in (string[])["date", "dueDate", "deadline"])
        {
            if (activity.Literal(input) is { } date)
            {
                yield return (input, date, "named date", pack.Dates);
            }
        }
    }

    private IEnumerable<PackIndex> Packs() => _packs ??= [.. Directory.EnumerateDirectories(packs.Path).Order(StringComparer.Ordinal)
        .Where(x => File.Exists(Path.Combine(x, "pack.json"))).Select(x => PackIndex.Of(packs.Open(Path.GetFileName(x))))];

    private IReadOnlyList<PackIndex>? _packs;

    private sealed record PackIndex(string Name, IReadOnlySet<string> Roles, IReadOnlySet<string> Bodies, IReadOnlySet<string> Dates, IReadOnlySet<string> Settings)
    {
        internal static PackIndex Of(Pack pack) => new(
            pack.Name, pack.Read<PackPeople>("people.json").Roles.Select(x => x.Key).ToHashSet(),
            pack.Read<List<PackBody>>("bodies.json").Select(x => x.Key).ToHashSet(),
            pack.Read<PackCalendar>("calendar.json").Dates.Keys.ToHashSet(), pack.Read<PackHead>("pack.json").Settings.Keys.ToHashSet());
    }
}
