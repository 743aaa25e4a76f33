namespace LraGovernance.Engine.Definitions;

/// <summary>An input that a workflow declares.</summary>
/// <param name="Name">The name, matched in any case.</param>
/// <param name="TypeName">The declared type; nothing is checked against it.</param>
/// <param name="DisplayName">The name for people, or null.</param>
/// <param name="Description">A description, or null.</param>
/// <param name="SurvivesWaits">Whether it can still be read after a wait.</param>
public sealed record InputDefinition(string Name, string? TypeName, string? DisplayName, string? Description, bool SurvivesWaits);
