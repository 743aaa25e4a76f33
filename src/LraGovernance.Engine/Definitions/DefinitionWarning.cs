namespace LraGovernance.Engine.Definitions;

/// <summary>Something in a definition that is legal, runs as written, and is probably not meant.</summary>
/// <param name="Path">The JSON path.</param>
/// <param name="ActivityId">The activity; empty where it concerns the workflow as a whole.</param>
/// <param name="Rule">One of <see cref="WarningRules"/>.</param>
/// <param name="Reason">What is odd, for the person who edits the file.</param>
public sealed record DefinitionWarning(string Path, string ActivityId, string Rule, string Reason);
