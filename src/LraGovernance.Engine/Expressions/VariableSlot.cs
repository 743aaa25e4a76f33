using LraGovernance.Engine.Definitions;

namespace LraGovernance.Engine.Expressions;

/// <summary>A variable found at load: the container that declares it (null: the workflow), and its place among that container's variables.</summary>
internal sealed record VariableSlot(ActivityNode? Owner, int Index, VariableDefinition Definition);
