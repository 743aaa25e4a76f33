using System.Text.Json;
using System.Text.Json.Nodes;

namespace LraGovernance.Engine.Definitions.Reading;

/// <summary>Reads plain fields of one JSON object and reports those of the wrong type.</summary>
internal sealed class FieldReader(JsonObject source, FaultList faults)
{
    public string PathOf(string name) => source.PathOf(name);

    public string? Text(string name)
    {
        var value = source.AnyCase(name);
        if (value is null)
            return null;
        if (value.AsText() is { } text)
            return text;
        faults.Add(value, $"{name} must be a text");
        return null;
    }

    public string? RequiredText(string name, string what)
    {
        var value = source.AnyCase(name);
        if (value is null || value.AsText() is { } text && string.IsNullOrWhiteSpace(text))
            faults.Add(source.PathOf(name), $"{what} has no {name}");
        return Text(name);
    }

    public int Whole(string name, int otherwise)
    {
        var value = source.AnyCase(name);
        if (value is null)
            return otherwise;
        if (value.TryGetWhole(out var number))
            return number;
        faults.Add(value, $"{name} must be a whole number");
        return otherwise;
    }

    public bool Flag(string name)
    {
        var value = source.AnyCase(name);
        if (value is not null && value.GetValueKind() is not (JsonValueKind.True or JsonValueKind.False))
            faults.Add(value, $"{name} must be true or false");
        return value.IsTrue();
    }

    public JsonObject Object(string name)
    {
        var value = source.AnyCase(name);
        if (value is not null and not JsonObject)
            faults.Add(value, $"{name} must be an object");
        return value as JsonObject ?? [];
    }

    /// <summary>The objects of a list; a list may be wrapped as <c>{"$values": [...]}</c>, and what is not an object is reported.</summary>
    public IEnumerable<JsonObject> Objects(string name)
    {
        foreach (var item in Lists.Items(source.AnyCase(name), source.PathOf(name), faults))
            if (item.Value is JsonObject entry)
                yield return entry;
            else
                faults.Add(item.Path, $"an entry of {name} must be an object");
    }
}
