using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using LraGovernance.Engine.Definitions;

namespace LraGovernance.Engine.Expressions;

/// <summary>Brings a value to a declared type. Null stays null; what does not fit throws, where Elsa would quietly take the type's default.</summary>
internal static class Conversion
{
    public static JsonNode? To(DataType type, JsonNode? value)
    {
        if (value is null)
            return null;
        return type.IsList ? ToList(type, value) : ToScalar(type, value);
    }

    public static JsonNode? Parsed(JsonNode value)
    {
        if (value.GetValueKind() != JsonValueKind.String)
            return value;
        try
        {
            var parsed = JsonNode.Parse(ValueText.OfText(value));
            parsed.Materialise();
            return parsed;
        }
        catch (JsonException)
        {
            throw Misfit(value, "JSON");
        }
    }

    public static bool ToBoolean(JsonNode value) => value.GetValueKind() switch
    {
        JsonValueKind.True => true,
        JsonValueKind.False => false,
        JsonValueKind.String when bool.TryParse(ValueText.OfText(value), out var parsed) => parsed,
        _ => throw Misfit(value, "Boolean"),
    };

    public static decimal ToDecimal(JsonNode value, string typeName)
    {
        if (value.GetValueKind() is JsonValueKind.Number or JsonValueKind.String
            && decimal.TryParse(ValueText.Of(value), NumberStyles.Float, CultureInfo.InvariantCulture, out var number))
            return number;
        throw Misfit(value, typeName);
    }

    public static long ToWhole(JsonNode value, string typeName, long least, long most)
    {
        var number = ToDecimal(value, typeName);
        return number == decimal.Truncate(number) && number >= least && number <= most ? (long)number : throw Misfit(value, typeName);
    }

    public static string[] ToTextList(JsonNode value)
    {
        if (Parsed(value) is not JsonArray items)
            throw Misfit(value, "list of texts");
        var texts = new string[items.Count];
        for (var i = 0; i < texts.Length; i++)
            texts[i] = ValueText.Of(items[i]) ?? throw Misfit(value, "list of texts");
        return texts;
    }

    public static JsonNode?[] ToItems(JsonNode value) =>
        Parsed(value) is JsonArray items ? [.. items] : throw Misfit(value, "list");

    public static TimeSpan ToDuration(JsonNode value) =>
        value.AsText() is { } text && TimeSpan.TryParse(text, CultureInfo.InvariantCulture, out var span) ? span : throw Misfit(value, "TimeSpan");

    public static DateTimeOffset ToMoment(JsonNode value) =>
        value.AsText() is { } text && DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var moment)
            ? moment : throw Misfit(value, "DateTimeOffset");

    public static ConversionException Misfit(JsonNode value, string typeName) => new($"{value.ToJsonString()} is not a {typeName}");

    private static JsonArray ToList(DataType type, JsonNode value)
    {
        if (Parsed(value) is not JsonArray items)
            throw Misfit(value, type.ToString());
        var converted = new JsonArray();
        foreach (var item in items)
            converted.Add(To(type with { IsList = false }, item)?.DeepClone());
        return converted;
    }

    private static JsonNode? ToScalar(DataType type, JsonNode value) => type.Kind switch
    {
        DataKind.Any => value,
        DataKind.Json => Parsed(value),
        DataKind.Text => JsonValue.Create(ValueText.Of(value)),
        DataKind.Boolean => JsonValue.Create(ToBoolean(value)),
        DataKind.Int16 => JsonValue.Create(ToWhole(value, "Int16", short.MinValue, short.MaxValue)),
        DataKind.Int32 => JsonValue.Create(ToWhole(value, "Int32", int.MinValue, int.MaxValue)),
        DataKind.Int64 => JsonValue.Create(ToWhole(value, "Int64", long.MinValue, long.MaxValue)),
        DataKind.Decimal => JsonValue.Create(ToDecimal(value, "Decimal")),
        DataKind.Single or DataKind.Double => ToFloating(value, type),
        _ => ToStructuredText(type, value),
    };

    private static JsonValue ToFloating(JsonNode value, DataType type) =>
        value.GetValueKind() is JsonValueKind.Number or JsonValueKind.String
        && double.TryParse(value.GetValueKind() == JsonValueKind.String ? ValueText.OfText(value) : value.ToJsonString(),
            NumberStyles.Float, CultureInfo.InvariantCulture, out var number) && double.IsFinite(number)
            ? JsonValue.Create(number)
            : throw Misfit(value, type.ToString());

    private static JsonValue ToStructuredText(DataType type, JsonNode value)
    {
        var text = value.GetValueKind() == JsonValueKind.String ? ValueText.OfText(value) : throw Misfit(value, type.ToString());
        var culture = CultureInfo.InvariantCulture;
        var normal = type.Kind switch
        {
            DataKind.Guid when Guid.TryParse(text, out var guid) => guid.ToString(),
            DataKind.TimeSpan => ToDuration(value).ToString(),
            DataKind.DateTime when DateTime.TryParse(text, culture, DateTimeStyles.RoundtripKind, out var time) => time.ToString("O", culture),
            DataKind.DateTimeOffset => ToMoment(value).ToString("O", culture),
            _ => throw Misfit(value, type.ToString()),
        };
        return JsonValue.Create(normal);
    }
}
