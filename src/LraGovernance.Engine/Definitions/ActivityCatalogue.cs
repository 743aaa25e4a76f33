using LraGovernance.Engine.Activities;

namespace LraGovernance.Engine.Definitions;

/// <summary>The activity types that a definition may use. Every other type is refused by name. Immutable.</summary>
public sealed class ActivityCatalogue
{
    private readonly Dictionary<string, Activity> activities = new(StringComparer.Ordinal);

    private ActivityCatalogue(IEnumerable<Activity> all)
    {
        foreach (var activity in all)
            if (!activities.TryAdd(activity.Type, activity))
                throw new ArgumentException($"The activity type {activity.Type} is in the catalogue twice.", nameof(all));
    }

    /// <summary>The Elsa activities that the engine honours.</summary>
    public static ActivityCatalogue Elsa { get; } = new(
    [
        new Flowchart(), new Sequence(), new If(), new While(), new ForEach(), new ParallelForEach(),
        new FlowDecision(), new FlowSwitch(), new FlowFork(), new FlowJoin(),
        new Start(), new End(), new Break(), new Complete(), new Finish(), new Fault(),
        new SetVariable(), new SetOutput(), new SetName(), new Correlate(), new WriteLine(),
        new Delay(), new StartAt(), new Activities.Timer(), new Cron(),
        new Event(), new PublishEvent(), new ExecuteWorkflow(), new DispatchWorkflow(),
    ]);

    /// <summary>The type names, in ordinal order.</summary>
    public IReadOnlyList<string> Types => [.. activities.Keys.Order(StringComparer.Ordinal)];

    /// <summary>This catalogue and more.</summary>
    /// <exception cref="ArgumentException">A type is there twice.</exception>
    public ActivityCatalogue With(params Activity[] more)
    {
        ArgumentNullException.ThrowIfNull(more);
        return new([.. activities.Values, .. more]);
    }

    internal Activity? Find(string type) => activities.GetValueOrDefault(type);

    internal string? SpelledLike(string type) => activities.Keys.FirstOrDefault(known => string.Equals(known, type, StringComparison.OrdinalIgnoreCase));
}
