namespace LraGovernance.Engine.Definitions;

/// <summary>An output that a workflow declares.</summary>
/// <param name="Name">The name, matched in any case.</param>
/// <param name="TypeName">The declared type.</param>
/// <param name="DisplayName">The name for people, or null.</param>
/// <param name="Description">A description, or null.</param>
public sealed record OutputDefinition(string Name, string? TypeName, string? DisplayName, string? Description);
