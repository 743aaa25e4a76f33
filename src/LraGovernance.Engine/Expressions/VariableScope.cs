using LraGovernance.Engine.Definitions;

namespace LraGovernance.Engine.Expressions;

/// <summary>What is in scope at a place in the file: variables go by id, to the nearest container that has it.</summary>
internal sealed class VariableScope(VariableScope? outer, ActivityNode? owner, IReadOnlyList<VariableDefinition> variables, bool areGiven = false)
{
    public VariableSlot? Find(string id)
    {
        // Of two variables with one id the last counts.
        for (var i = variables.Count - 1; i >= 0; i--)
            if (variables[i].Id == id)
                return new VariableSlot(owner, i, variables[i], areGiven);
        return outer?.Find(id);
    }
}
