using LraGovernance.Engine.Definitions;

namespace LraGovernance.Engine.Migrations;

/// <summary>Which activity of the new version an activity of the old one is: the one of the same id, unless the mapping names another.</summary>
internal sealed class NodeMap(WorkflowDefinition from, WorkflowDefinition to, IReadOnlyDictionary<string, string> renamed)
{
    public ActivityNode? Of(ActivityNode old) => to.FindByKey(renamed.GetValueOrDefault(old.Key, old.Key));

    public ActivityNode Old(string key) => from.FindByKey(key)!;

    /// <summary>Entries of the mapping that name something that is not there.</summary>
    public IEnumerable<string> Mistakes() =>
        renamed.Keys.Where(key => from.FindByKey(key) is null).Select(key => $"the mapping names '{key}', which version {from.Version} has not")
            .Concat(renamed.Values.Where(key => to.FindByKey(key) is null).Select(key => $"the mapping names '{key}', which version {to.Version} has not"))
            .Concat(renamed.Values.Where(key => from.FindByKey(key) is not null && !renamed.ContainsKey(key))
                .Select(key => $"the mapping names '{key}' for another activity, and version {from.Version} has it itself"))
            .Concat(renamed.Values.GroupBy(key => key).Where(same => same.Count() > 1).Select(same => $"the mapping names '{same.Key}' twice"));
}
