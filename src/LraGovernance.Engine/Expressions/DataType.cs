namespace LraGovernance.Engine.Expressions;

internal enum DataKind { Any, Text, Boolean, Int16, Int32, Int64, Single, Double, Decimal, Guid, DateTime, DateTimeOffset, TimeSpan, Json }

/// <summary>A type named in a definition: one of the aliases of the format, or a list of one.</summary>
internal readonly record struct DataType(DataKind Kind, bool IsList = false)
{
    private static readonly Dictionary<string, DataType> Aliases = new(StringComparer.OrdinalIgnoreCase)
    {
        ["Object"] = new(DataKind.Any),
        ["String"] = new(DataKind.Text),
        ["Boolean"] = new(DataKind.Boolean),
        ["Int16"] = new(DataKind.Int16),
        ["Int32"] = new(DataKind.Int32),
        ["Int64"] = new(DataKind.Int64),
        ["Single"] = new(DataKind.Single),
        ["Double"] = new(DataKind.Double),
        ["Decimal"] = new(DataKind.Decimal),
        ["Guid"] = new(DataKind.Guid),
        ["DateTime"] = new(DataKind.DateTime),
        ["DateTimeOffset"] = new(DataKind.DateTimeOffset),
        ["TimeSpan"] = new(DataKind.TimeSpan),
        ["Stream"] = new(DataKind.Any),
        ["ByteArray"] = new(DataKind.Any),
        ["JSON"] = new(DataKind.Json),
        ["JsonElement"] = new(DataKind.Json),
        ["JsonNode"] = new(DataKind.Json),
        ["JsonObject"] = new(DataKind.Json),
        ["JsonArray"] = new(DataKind.Json),
        ["StringDictionary"] = new(DataKind.Json),
        ["ObjectDictionary"] = new(DataKind.Json),
        ["StringMap"] = new(DataKind.Json),
        ["ObjectMap"] = new(DataKind.Json),
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
