using System.Text.Json.Nodes;
using LraGovernance.Engine.Definitions;
using LraGovernance.Engine.Definitions.Reading;
using LraGovernance.Engine.Expressions;

namespace LraGovernance.Engine.Activities;

/// <summary>What a loop over items gives to each pass: the item and its number, counted from 0.</summary>
internal static class PassVariables
{
    private const string KeptInTheInstance = "WorkflowInstanceStorageDriver";

    public static IReadOnlyList<VariableDefinition> DeclaredBy(PartReader loop) =>
    [
        new(loop.Node.Path, "currentValueVariable", "CurrentValue", new DataType(DataKind.Any), null, KeptInTheInstance),
        new(loop.Node.Path, "currentIndexVariable", "CurrentIndex", new DataType(DataKind.Int32), null, KeptInTheInstance),
    ];

    public static JsonNode?[] Values(JsonNode? item, int index) => [item, JsonValue.Create(index)];
}
