namespace LraGovernance.Engine.Expressions;

/// <summary>Where an activity's output goes: a variable, or else the workflow output of that name.</summary>
internal sealed record OutputBinding(string Output, VariableSlot? Variable, string? WorkflowOutput);
