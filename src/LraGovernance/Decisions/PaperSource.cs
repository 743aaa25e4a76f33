namespace LraGovernance.Decisions;

/// <summary>A document that a body decides on.</summary>
/// <param name="Kind">Which feature holds it.</param>
/// <param name="Key">Which of that feature's documents.</param>
/// <param name="Hash">The content that is decided on, as a hash: other content is another decision.</param>
/// <param name="Title">What people call it.</param>
/// <param name="OwnerRole">The role that answers questions about it.</param>
public sealed record PaperToDecide(string Kind, string Key, string Hash, string Title, string OwnerRole);

/// <summary>Where decisions find their documents; each feature that has any registers one.</summary>
public interface IPaperSource
{
    string Kind { get; }

    /// <summary>The document as it stands for a process's period or case.</summary>
    Task<PaperToDecide> FindAsync(string service, string instanceKey, CancellationToken cancellationToken);

    /// <summary>What a decision was about, for those who do not know the paper; whether they may know it, whoever asks finds out. Null where there is nothing to tell.</summary>
    Task<DecidedMatter?> MatterAsync(DecisionRequest decision, CancellationToken cancellationToken) => Task.FromResult<DecidedMatter?>(null);

    /// <summary>What choosing an option sets going; null where its name says it.</summary>
    string? HintOf(string chosen) => null;
}

/// <param name="Name">Such as "CH-2016-17-001: A sixth mobile library vehicle".</param>
/// <param name="Money">What it does to the agreed budget; null where that is no question.</param>
/// <param name="Address">The page with the public text that came of it; null where none did.</param>
public sealed record DecidedMatter(string Name, string? Money, string? Address);
