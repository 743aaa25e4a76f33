using LraGovernance.Engine.Activities;
using LraGovernance.Engine.Definitions.Flow;
using LraGovernance.Engine.Expressions;

namespace LraGovernance.Engine.Definitions.Warnings;

internal static class StorageWarnings
{
    public static IEnumerable<DefinitionWarning> OfVariables(string activityId, IEnumerable<VariableDefinition> variables) =>
        from variable in variables
        where !variable.SurvivesWaits
        let unknown = variable.StorageDriver is { } driver && !StorageDrivers.IsKnown(driver) ? $"the storage driver '{driver}' is unknown: " : ""
        select new DefinitionWarning(variable.Path, activityId, WarningRules.VariableWithoutStorage,
            $"{unknown}'{variable.Name}' has its default again after a wait; declare WorkflowInstanceStorageDriver");

    public static IEnumerable<DefinitionWarning> OfInputs(WorkflowDefinition definition)
    {
        var lost = definition.Inputs.Where(input => !input.SurvivesWaits).Select(input => input.Name).ToHashSet(StringComparer.OrdinalIgnoreCase);
        return lost.Count == 0 ? [] : ReadsAfterWait(definition.Root, lost, isAfterWait: false);
    }

    private static IEnumerable<DefinitionWarning> ReadsAfterWait(ActivityNode node, HashSet<string> lost, bool isAfterWait)
    {
        if (isAfterWait)
            foreach (var binding in node.Inputs.Concat((node.Parts as SwitchCase[] ?? []).Select(one => one.Condition)))
                if (binding.Expression is Expression.OfInput input && lost.Contains(input.Name))
                    yield return new($"{node.Path}.{binding.Input.Name}", node.Id, WarningRules.InputReadAfterWait,
                        $"the input '{input.Name}' is empty after a wait; declare its storage driver");
        var after = node.Parts is FlowPlan plan ? AfterWaits(plan) : AfterWaits(node);
        for (var place = 0; place < node.Children.Count; place++)
            foreach (var warning in ReadsAfterWait(node.Children[place], lost, isAfterWait || after[place]))
                yield return warning;
    }

    // In a sequence what stands behind a wait; in a loop whose body waits, all of the body, which runs again.
    private static bool[] AfterWaits(ActivityNode container)
    {
        var after = new bool[container.Children.Count];
        var hasWaited = container.Activity is Container { EndsWithABreak: true } && MayWait(container);
        for (var place = 0; place < after.Length; place++)
        {
            after[place] = hasWaited;
            hasWaited |= container.Activity is Sequence && MayWait(container.Children[place]);
        }
        return after;
    }

    private static bool MayWait(ActivityNode node) => node.SelfAndDescendants().Any(inside => inside.Activity.Waits);

    private static bool[] AfterWaits(FlowPlan plan)
    {
        var after = new bool[plan.Activities.Length];
        var open = new Stack<int>(Enumerable.Range(0, after.Length).Where(place => MayWait(plan.Activities[place])));
        while (open.TryPop(out var place))
            foreach (var target in plan.Outbound[place].Select(i => plan.Connections[i].Target).Where(target => !after[target]))
            {
                after[target] = true;
                open.Push(target);
            }
        return after;
    }
}
