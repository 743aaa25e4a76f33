using System.Text.Json.Nodes;
using LraGovernance.Engine.Expressions;

namespace LraGovernance.Engine.Definitions.Reading;

/// <summary>Reads the inputs that an activity type declares.</summary>
internal sealed class InputReader(Surroundings surroundings, VariableScope scope)
{
    private readonly ExpressionReader expressions = new(surroundings, scope);

    private FaultList Faults => surroundings.Faults;

    public InputBinding[] Read(JsonObject source, Activity activity)
    {
        var bindings = new List<InputBinding>();
        foreach (var input in activity.Inputs)
            if (ReadOne(source, activity, input) is { } binding)
                bindings.Add(binding);
        return [.. bindings];
    }

    private InputBinding? ReadOne(JsonObject source, Activity activity, ActivityInput input)
    {
        var given = source.AnyCase(input.Name);
        if (given is null)
        {
            if (input.Required)
                Faults.Add(source.PathOf(input.Name), $"{activity.Type} needs the input '{input.Name}'");
            return null;
        }
        if (ReadExpression(given) is not { } expression)
            return null;
        if (input.Required && expression is Expression.Constant { Value: var value } && (value is null || string.IsNullOrWhiteSpace(value.AsText() ?? "given")))
        {
            Faults.Add(given, $"{activity.Type} needs a value for the input '{input.Name}'");
            return null;
        }
        return Bind(input, expression, given, $"the input '{input.Name}' of {activity.Type}");
    }

    public InputBinding? ReadBare(ActivityInput input, JsonObject given) =>
        expressions.Read(given) is { } expression ? Bind(input, expression, given, $"the {input.Name}") : null;

    private InputBinding? Bind(ActivityInput input, Expression expression, JsonNode given, string what)
    {
        try
        {
            return new InputBinding(input, expression);
        }
        catch (ConversionException misfit)
        {
            Faults.Add(given, $"{what}: {misfit.Message}");
            return null;
        }
    }

    private Expression? ReadExpression(JsonNode given)
    {
        if (given is not JsonObject wrapper)
            return new Expression.Constant("Literal", given);
        if (!wrapper.TryGetPropertyValue("typeName", out _))
            Faults.Add(wrapper.PathOf("typeName"), "an input object needs a typeName");
        if (wrapper.TryGetPropertyValue("expression", out var expression) && expression is JsonObject body)
            return expressions.Read(body);
        Faults.Add(wrapper.PathOf("expression"), "an input object needs an expression object");
        return null;
    }
}
