using LraGovernance.Engine.Definitions;

namespace LraGovernance.Engine.Expressions;

/// <summary>A variable found at load.</summary>
/// <param name="Owner">The container that declares it, or the body of the loop that gives it; null for the workflow's own.</param>
/// <param name="Index">Its place among the variables of the owner.</param>
/// <param name="Definition">What it is.</param>
/// <param name="IsGiven">Whether a loop gives it, anew for each pass.</param>
internal sealed record VariableSlot(ActivityNode? Owner, int Index, VariableDefinition Definition, bool IsGiven = false);
