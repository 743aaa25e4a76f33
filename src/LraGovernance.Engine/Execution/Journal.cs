using LraGovernance.Engine.Definitions;

namespace LraGovernance.Engine.Execution;

internal sealed class Journal(int lastSequence, DateTimeOffset now)
{
    private readonly List<JournalEntry> entries = [];

    public IReadOnlyList<JournalEntry> Entries => entries;

    public int LastSequence { get; private set; } = lastSequence;

    public void Add(ActivityNode node, string what, string? outcome = null) =>
        entries.Add(new JournalEntry(++LastSequence, node.Id, node.Type, what, outcome, now));
}
