using LraGovernance.Engine.Definitions;
using LraGovernance.Engine.Execution;

namespace LraGovernance.Engine.Hosting;

/// <summary>An instance in an <see cref="InMemoryHost"/>.</summary>
public sealed class HostedInstance
{
    internal HostedInstance(string id, WorkflowDefinition definition, int depth)
    {
        (Id, Definition, Depth) = (id, definition, depth);
    }

    /// <summary>Numbered in the order of starting, from 1.</summary>
    public string Id { get; }

    /// <summary>What it runs.</summary>
    public WorkflowDefinition Definition { get; }

    /// <summary>How it stands; null only while its first burst runs.</summary>
    public WorkflowState? State { get; internal set; }

    /// <summary>Everything that happened to it.</summary>
    public List<JournalEntry> Journal { get; } = [];

    /// <summary>Every effect of its bursts.</summary>
    public List<Effect> Effects { get; } = [];

    /// <summary>How many workflows it runs inside of, in one step.</summary>
    internal int Depth { get; }

    /// <summary>The parent's bookmark that waits for the end of this one, or null.</summary>
    internal (HostedInstance Parent, string BookmarkId)? Waiter { get; set; }

    internal bool IsOver => State!.Status is WorkflowStatus.Finished or WorkflowStatus.Faulted or WorkflowStatus.Cancelled;
}
