using System.Text.Json.Nodes;
using LraGovernance.Data;
using Microsoft.EntityFrameworkCore;

namespace LraGovernance.Running;

/// <summary>
/// <c>Elsa.ExecuteWorkflow</c> and <c>Elsa.DispatchWorkflow</c>: another process of the same service, for the period or case that its input
/// <c>key</c> names, else for the parent's own. Both are work of their own in the same commit: a fault in the child is the child's incident, and
/// a parent that waits for its completion waits until that is settled.
/// </summary>
internal sealed class StartChild(string activityType, GovernanceDb db, Instances instances) : IStepEffect
{
    public string ActivityType => activityType;

    public async Task<Reply?> CarryOutAsync(Asked asked, CancellationToken cancellationToken)
    {
        var (process, waits) = (asked.RequiredText("workflowDefinitionId"), (bool)asked.Request["waitForCompletion"]!);
        var input = asked.Request["input"]!.DeepClone().AsObject();
        var key = (string?)input["key"] ?? asked.Instance.Key;
        input["ParentInstanceId"] = asked.Instance.Id.ToString();
        var start = StimulusRow.Start(null) with { Input = input, CorrelationId = asked.Text("correlationId") };
        var child = await instances.StartApartAsync(process, key, start, asked.Instance, waits ? asked.BookmarkId : null, cancellationToken)
            ?? throw new InvalidOperationException($"{process} {key} is there already.");
        return waits ? null : new Reply("Done", new JsonObject
        {
            ["workflowInstanceId"] = child.Id.ToString(), ["status"] = "Running", ["subStatus"] = "Pending", ["output"] = new JsonObject(),
        });
    }

    /// <summary>The parent does not wait any more; the child goes on for itself.</summary>
    public async Task WithdrawAsync(WorkflowInstance instance, string bookmarkId, string reason, CancellationToken cancellationToken)
    {
        if (await db.Instances.SingleOrDefaultAsync(x => x.ParentId == instance.Id && x.ParentBookmarkId == bookmarkId, cancellationToken) is { } child)
        {
            child.ParentBookmarkId = null;
        }
    }
}
