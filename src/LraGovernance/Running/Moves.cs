using LraGovernance.Data;
using LraGovernance.Engine.Execution;
using LraGovernance.Engine.Migrations;

namespace LraGovernance.Running;

/// <summary>Works out what moving an instance to another version would do; nothing is changed.</summary>
internal sealed class Moves(GovernanceDb db, PinnedDefinitions pinned)
{
    /// <returns>The move, or the reasons why not.</returns>
    internal async Task<MigrationResult> PlanAsync(
        WorkflowInstance instance, WorkflowFile to, IReadOnlyDictionary<string, string> renamed, CancellationToken cancellationToken)
    {
        if (instance is not { Status: InstanceStatus.Waiting, State: { } state })
        {
            return new MigrationResult.Refused([instance.Status == InstanceStatus.Held
                ? "a step is held for a retry: settle its incident first"
                : $"only an instance that waits can be moved, and this one is {instance.Status}"]);
        }

        return Migration.Move(await pinned.OfAsync(db, instance, cancellationToken), to.Definition, WorkflowState.FromJson(state), renamed);
    }
}
