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
}
