using System.Text.Json;
using System.Text.Json.Nodes;
using LraGovernance.Engine.Expressions;

namespace LraGovernance.Engine.Definitions.Reading;

internal static class VariableReader
{
    public static IReadOnlyList<VariableDefinition> OfWorkflow(IEnumerable<JsonObject> sources, FaultList faults) =>
        [.. sources.Select(source => Read(source, anyScalar: false, faults)).OfType<VariableDefinition>()];

    /// <summary>A container's variables; unlike the workflow's, a default may be a JSON number or truth value.</summary>
    public static IReadOnlyList<VariableDefinition> OfContainer(IEnumerable<JsonObject> sources, FaultList faults) =>
        [.. sources.Select(source => Read(source, anyScalar: true, faults)).OfType<VariableDefinition>()];

    private static VariableDefinition? Read(JsonObject source, bool anyScalar, FaultList faults)
    {
        var fields = new FieldReader(source, faults);
        var name = fields.Text("name");
        var id = fields.Text("id") ?? name;
        if (string.IsNullOrWhiteSpace(id))
        {
            faults.Add(source.PathOf("id"), "the variable has no id");
            return null;
        }
        if (ReadType(source, fields, faults) is not { } type)
            return null;
        var value = source.AnyCase("value");
        if (value is not null && !IsAllowedDefault(value, anyScalar))
        {
            faults.Add(value, $"the default of variable '{name ?? id}' must be a JSON text, for example \"5\"");
            return null;
        }
        return new VariableDefinition(source.GetPath(), id, name ?? id, type, value, ClrNames.Short(fields.Text("storageDriverTypeName")));
    }

    private static DataType? ReadType(JsonObject source, FieldReader fields, FaultList faults)
    {
        var typeName = fields.Text("typeName") ?? "Object";
        var isArray = fields.Flag("isArray");
        if (DataType.TryParse(typeName, out var type))
            return isArray ? type with { IsList = true } : type;
        faults.Add(source.PathOf("typeName"), $"unknown variable type '{typeName}'");
        return null;
    }

    private static bool IsAllowedDefault(JsonNode value, bool anyScalar) => value.GetValueKind() switch
    {
        JsonValueKind.String => true,
        JsonValueKind.Number or JsonValueKind.True or JsonValueKind.False or JsonValueKind.Array => anyScalar,
        _ => false,
    };
}
