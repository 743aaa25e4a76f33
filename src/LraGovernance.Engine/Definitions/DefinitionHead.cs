using System.Text.Json.Nodes;

namespace LraGovernance.Engine.Definitions;

/// <summary>Everything of a definition but its activities.</summary>
internal sealed record DefinitionHead
{
    public required string DefinitionId { get; init; }

    public required string Id { get; init; }

    public required int Version { get; init; }

    public required string Name { get; init; }

    public required string? Description { get; init; }

    public required IReadOnlyList<VariableDefinition> Variables { get; init; }

    public required IReadOnlyList<InputDefinition> Inputs { get; init; }

    public required IReadOnlyList<OutputDefinition> Outputs { get; init; }

    public required bool GoesOnAfterFaults { get; init; }

    public required JsonObject CustomProperties { get; init; }
}
