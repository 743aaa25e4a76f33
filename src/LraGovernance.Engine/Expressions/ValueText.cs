using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace LraGovernance.Engine.Expressions;

/// <summary>The text of a value, as WriteLine and text inputs show it: invariant, <c>True</c> and <c>False</c>, a decimal with its scale.</summary>
internal static class ValueText
{
    private static readonly JsonSerializerOptions Plain = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static string? Of(JsonNode? value) => value?.GetValueKind() switch
    {
        null or JsonValueKind.Null => null,
        JsonValueKind.String => OfText(value),
        JsonValueKind.True => "True",
        JsonValueKind.False => "False",
        JsonValueKind.Number => OfNumber(value),
        _ => value.ToJsonString(Plain),
    };

    public static string OfText(JsonNode value) =>
        value.AsValue().TryGetValue<string>(out var text) ? text : JsonSerializer.Deserialize(value.ToJsonString(), TextContract.Default.String)!;

    private static string OfNumber(JsonNode value)
    {
        var raw = value.ToJsonString();
        return decimal.TryParse(raw, NumberStyles.Float, CultureInfo.InvariantCulture, out var number)
            ? number.ToString(CultureInfo.InvariantCulture)
            : raw;
    }
}
