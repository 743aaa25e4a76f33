using System.Text.Json;
using System.Text.Json.Nodes;
using LraGovernance.Engine.Expressions;

namespace LraGovernance.Engine.Definitions.Reading;

internal sealed class ExpressionReader(Surroundings surroundings, VariableScope scope)
{
    private static readonly string[] Known = ["Literal", "Object", "Json", "Variable", "Input"];

    private FaultList Faults => surroundings.Faults;

    public Expression? Read(JsonObject source)
    {
        source.TryGetPropertyValue("type", out var given);
        source.TryGetPropertyValue("value", out var value);
        var type = given.AsText();
        switch (type)
        {
            case "Literal":
                return new Expression.Constant(type, value);
            case "Object" or "Json":
                return ReadObject(source, type, value);
            case "Variable":
                return ReadVariable(source, value);
            case "Input":
                return ReadInput(source, value);
            case null:
                Faults.Add(source.PathOf("type"), "an expression needs a type");
                return null;
            default:
                Faults.Add(given!, UnknownType(type));
                return null;
        }
    }

    private static string UnknownType(string type) =>
        Known.FirstOrDefault(known => string.Equals(known, type, StringComparison.OrdinalIgnoreCase)) is { } near
            ? $"unknown expression type '{type}': type names are case-sensitive, write '{near}'"
            : $"unknown expression type '{type}'; known are {string.Join(", ", Known)}";

    private Expression.Constant? ReadObject(JsonObject source, string type, JsonNode? value)
    {
        if (value is null || value.AsText() is not null)
            return new Expression.Constant(type, value);
        Faults.Add(source.PathOf("value"), $"the value of an {type} expression is JSON written as a text");
        return null;
    }

    private Expression.OfVariable? ReadVariable(JsonObject source, JsonNode? value)
    {
        var id = Reference(value)?.TextAnyCase("id");
        if (string.IsNullOrEmpty(id))
            Faults.Add(source.PathOf("value"), "the value of a Variable expression is an object with the variable's id");
        else if (scope.Find(id) is { } slot)
            return new Expression.OfVariable(slot);
        else
            Faults.Add(source.PathOf("value"), $"no variable with the id '{id}' is in scope here");
        return null;
    }

    private Expression.OfInput? ReadInput(JsonObject source, JsonNode? value)
    {
        var name = Reference(value)?.TextAnyCase("name");
        if (string.IsNullOrEmpty(name))
            Faults.Add(source.PathOf("value"), "the value of an Input expression is an object with the input's name");
        else if (surroundings.Inputs.FirstOrDefault(input => string.Equals(input.Name, name, StringComparison.OrdinalIgnoreCase)) is { } input)
            return new Expression.OfInput(input.Name);
        else
            Faults.Add(source.PathOf("value"), $"the workflow declares no input '{name}'");
        return null;
    }

    // The reference is an object, or JSON text of one.
    private static JsonObject? Reference(JsonNode? value)
    {
        if (value is JsonObject reference)
            return reference;
        try
        {
            return value.AsText() is { } text ? JsonNode.Parse(text) as JsonObject : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
