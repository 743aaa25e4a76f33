namespace LraGovernance.Engine.Definitions.Reading;

/// <summary>What every activity of one file is read against.</summary>
internal sealed record Surroundings(
    ActivityCatalogue Catalogue,
    FaultList Faults,
    IReadOnlyList<InputDefinition> Inputs,
    IReadOnlyList<OutputDefinition> Outputs,
    GeneratedIds GeneratedIds);
