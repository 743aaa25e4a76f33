namespace LraGovernance.Engine.Definitions;

/// <summary>An input that an activity type declares.</summary>
/// <param name="Name">The property's name in the definition file, read in any case.</param>
/// <param name="Kind">What the activity gets.</param>
/// <param name="Required">Whether a file that leaves it out, or gives null literally, is refused.</param>
public sealed record ActivityInput(string Name, InputKind Kind, bool Required = false)
{
    /// <summary>The only texts allowed, matched in any case and handed on in this spelling; null when any text is. For <see cref="InputKind.Text"/>.</summary>
    public IReadOnlyList<string>? Choices { get; init; }
}
