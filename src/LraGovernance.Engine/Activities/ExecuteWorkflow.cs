namespace LraGovernance.Engine.Activities;

/// <summary>The child runs inside the parent's step. Its result is how the child stands, with its outputs; after a wait it is the outputs alone.</summary>
internal sealed class ExecuteWorkflow : ChildWorkflow
{
    public override string Type => "Elsa.ExecuteWorkflow";
}
