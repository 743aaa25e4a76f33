using System.Text.Json.Nodes;
using LraGovernance.Engine.Definitions;

namespace LraGovernance.Engine.Expressions;

/// <summary>An activity's declared input and where this node takes it from. A constant is converted once, at load.</summary>
internal sealed class InputBinding(ActivityInput input, Expression expression)
{
    public ActivityInput Input => input;

    public Expression Expression => expression;

    public bool IsConstant { get; } = expression is Expression.Constant;

    public object? Constant { get; } = expression is Expression.Constant constant ? Convert(input, constant.Value) : null;

    /// <summary>The value in the shape its kind promises: string, int, decimal, bool, string[], JsonNode?[], TimeSpan, DateTimeOffset, JsonObject or JsonNode; null when there is none.</summary>
    public static object? Convert(ActivityInput input, JsonNode? value) => value is null ? null : input.Kind switch
    {
        InputKind.Text => Chosen(input, ValueText.Of(value)),
        InputKind.Integer => (int)Conversion.ToWhole(value, "whole number", int.MinValue, int.MaxValue),
        InputKind.Decimal => Conversion.ToDecimal(value, "number"),
        InputKind.Boolean => Conversion.ToBoolean(value),
        InputKind.TextList => Conversion.ToTextList(value),
        InputKind.List => Conversion.ToItems(value),
        InputKind.Map => Conversion.Parsed(value) as JsonObject ?? throw Conversion.Misfit(value, "JSON object"),
        InputKind.Duration => Conversion.ToDuration(value),
        InputKind.Moment => Conversion.ToMoment(value),
        InputKind.Object => Conversion.Parsed(value),
        InputKind.Any => value,
        _ => throw new InvalidOperationException($"Input kind {input.Kind} has no conversion."),
    };

    private static string? Chosen(ActivityInput input, string? text)
    {
        if (input.Choices is null || text is null)
            return text;
        foreach (var choice in input.Choices)
            if (string.Equals(choice, text, StringComparison.OrdinalIgnoreCase))
                return choice;
        throw new ConversionException($"'{text}' is none of {string.Join(", ", input.Choices)}");
    }
}
