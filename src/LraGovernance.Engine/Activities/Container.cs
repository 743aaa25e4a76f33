using LraGovernance.Engine.Definitions;
using LraGovernance.Engine.Execution;
using LraGovernance.Engine.Execution.Saving;

namespace LraGovernance.Engine.Activities;

/// <summary>An activity that runs other activities. What it has to remember is kept for it in the instance, never in fields.</summary>
internal abstract class Container : Activity
{
    /// <summary>Whether an End among its children ends it.</summary>
    public virtual bool EndsWithAnEnd => false;

    /// <summary>Whether a Break inside it, however deep, ends it.</summary>
    public virtual bool EndsWithABreak => false;

    public sealed override Step Execute(ActivityContext context) => throw new InvalidOperationException("The runner enters a container.");

    public abstract Step Enter(ContainerContext context);

    public abstract Step ChildCompleted(ContainerContext context, int place, string[] outcomes);

    /// <summary>What it keeps about one run, for the saved state; null when nothing.</summary>
    public virtual ContainerData? Save(object? own) => null;

    /// <summary>The reverse; <paramref name="children"/> are the places of the children that were started or queued.</summary>
    public virtual object? Restore(ActivityNode node, ContainerData? saved, IEnumerable<int> children) => null;
}
