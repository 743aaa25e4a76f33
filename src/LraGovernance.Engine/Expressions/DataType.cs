namespace LraGovernance.Engine.Expressions;

internal enum DataKind { Any, Text, Boolean, Int16, Int32, Int64, Single, Double, Decimal, Guid, DateTime, DateTimeOffset, TimeSpan, Json }

/// <summary>A type named in a definition: one of the aliases of the format, or a list of one.</summary>
internal readonly record struct DataType(DataKind Kind, bool IsList)
{
    private static readonly Dictionary<string, DataType> Aliases = new(StringComparer.OrdinalIgnoreCase)
    {
        ["Object"] = new(DataKind.Any, false),
        ["String"] = new(DataKind.Text, false),
        ["Boolean"] = new(DataKind.Boolean, false),
        ["Int16"] = new(DataKind.Int16, false),
        ["Int32"] = new(DataKind.Int32, false),
        ["Int64"] = new(DataKind.Int64, false),
        ["Single"] = new(DataKind.Single, false),
        ["Double"] = new(DataKind.Double, false),
        ["Decimal"] = new(DataKind.Decimal, false),
        ["Guid"] = new(DataKind.Guid, false),
        ["DateTime"] = new(DataKind.DateTime, false),
        ["DateTimeOffset"] = new(DataKind.DateTimeOffset, false),
        ["TimeSpan"] = new(DataKind.TimeSpan, false),
        ["Stream"] = new(DataKind.Any, false),
        ["ByteArray"] = new(DataKind.Any, false),
        ["JSON"] = new(DataKind.Json, false),
        ["JsonElement"] = new(DataKind.Json, false),
        ["JsonNode"] = new(DataKind.Json, false),
        ["JsonObject"] = new(DataKind.Json, false),
        ["JsonArray"] = new(DataKind.Json, false),
        ["StringDictionary"] = new(DataKind.Json, false),
        ["ObjectDictionary"] = new(DataKind.Json, false),
        ["StringMap"] = new(DataKind.Json, false),
        ["ObjectMap"] = new(DataKind.Json, false),
    };

    public static bool TryParse(string text, out DataType type)
    {
        var name = text.Trim();
        var isList = false;
        if (name.StartsWith("List<", StringComparison.OrdinalIgnoreCase) && name.EndsWith('>'))
            (name, isList) = (name[5..^1], true);
        name = WithoutNamespaceAndAssembly(name);
        if (name.EndsWith("[]", StringComparison.Ordinal))
            (name, isList) = (name[..^2], true);
        if (!Aliases.TryGetValue(name, out type))
            return false;
        type = type with { IsList = isList };
        return true;
    }

    public override string ToString() => (Kind == DataKind.Any ? "Object" : Kind == DataKind.Text ? "String" : Kind.ToString()) + (IsList ? "[]" : "");

    // Exports of older versions write "System.String, System.Private.CoreLib".
    private static string WithoutNamespaceAndAssembly(string name)
    {
        var comma = name.IndexOf(',', StringComparison.Ordinal);
        var type = comma < 0 ? name : name[..comma];
        return type[(type.LastIndexOf('.') + 1)..].Trim();
    }
}
