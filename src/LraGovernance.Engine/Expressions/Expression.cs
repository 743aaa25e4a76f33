using System.Text.Json.Nodes;

namespace LraGovernance.Engine.Expressions;

/// <summary>Where an input's value comes from. Literal and Object are known at load; the others are looked up when the activity runs.</summary>
internal abstract record Expression
{
    private Expression() { }

    public sealed record Constant(string TypeName, JsonNode? Value) : Expression;

    public sealed record OfVariable(VariableSlot Slot) : Expression;

    public sealed record OfInput(string Name) : Expression;
}
