namespace LraGovernance.Engine.Activities;

/// <summary>The child is work of its own, done after the parent's step. Its result, where it is waited for, is the child's outputs.</summary>
internal sealed class DispatchWorkflow : ChildWorkflow
{
    public override string Type => "Elsa.DispatchWorkflow";
}
