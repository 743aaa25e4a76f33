using System.Text.Json.Nodes;
using LraGovernance.Engine.Definitions;
using LraGovernance.Engine.Expressions;

namespace LraGovernance.Engine.Execution;

/// <summary>The values of one instance: inputs, outputs and the workflow's variables; containers' variables are in their frames.</summary>
internal sealed class Memory(WorkflowDefinition definition)
{
    public Dictionary<string, JsonNode?> Inputs { get; } = new(StringComparer.OrdinalIgnoreCase);

    public Dictionary<string, JsonNode?> Outputs { get; } = new(StringComparer.OrdinalIgnoreCase);

    public JsonNode?[] Variables { get; } = Defaults(definition.Variables);

    public static JsonNode?[] Defaults(IReadOnlyList<VariableDefinition> variables)
    {
        var values = new JsonNode?[variables.Count];
        for (var i = 0; i < values.Length; i++)
            values[i] = variables[i].Default;
        return values;
    }

    public object? Evaluate(Frame frame, InputBinding binding)
    {
        try
        {
            return binding.Expression switch
            {
                Expression.Constant => binding.Constant,
                Expression.OfVariable variable => InputBinding.Convert(binding.Input, Scope(frame, variable.Slot)[variable.Slot.Index]),
                Expression.OfInput input => InputBinding.Convert(binding.Input, Inputs.GetValueOrDefault(input.Name)),
                _ => throw new InvalidOperationException($"{binding.Expression.GetType().Name} cannot be evaluated."),
            };
        }
        catch (ConversionException misfit)
        {
            throw new ConversionException($"the input '{binding.Input.Name}': {misfit.Message}");
        }
    }

    public void Assign(Frame frame, VariableSlot slot, JsonNode? value)
    {
        try
        {
            Scope(frame, slot)[slot.Index] = Conversion.To(slot.Definition.Type, value);
        }
        catch (ConversionException misfit)
        {
            throw new ConversionException($"the variable '{slot.Definition.Name}': {misfit.Message}");
        }
    }

    public void Output(Frame frame, OutputBinding binding, JsonNode? value)
    {
        if (binding.Variable is { } slot)
            Assign(frame, slot, value);
        else
            Outputs[binding.WorkflowOutput!] = value;
    }

    private JsonNode?[] Scope(Frame frame, VariableSlot slot)
    {
        if (slot.Owner is null)
            return Variables;
        for (var outer = frame; outer is not null; outer = outer.Parent)
            if (ReferenceEquals(outer.Node, slot.Owner))
                return slot.IsGiven ? outer.Given! : outer.Variables!;
        throw new InvalidOperationException($"'{slot.Owner.NodeId}' is not under way.");
    }
}
