namespace LraGovernance.Packs;

/// <summary>A service that the council commissions from itself; all other records attach to it.</summary>
public sealed class CommissionedService
{
    public required string Key { get; init; }
    public required string Name { get; init; }
    public required string ShortName { get; init; }
    public required string Authority { get; init; }

    /// <summary>The pack it was loaded from, by folder name.</summary>
    public required string Pack { get; init; }
    public DateTimeOffset LoadedAt { get; init; }
}
