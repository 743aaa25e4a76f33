namespace LraGovernance.Engine.Execution;

/// <summary>First in, first out; what a cancellation covers is withdrawn.</summary>
internal sealed class WorkQueue
{
    private Queue<WorkItem> items = new();

    public IEnumerable<WorkItem> Items => items;

    public void Add(WorkItem item) => items.Enqueue(item);

    public bool TryTake([System.Diagnostics.CodeAnalysis.NotNullWhen(true)] out WorkItem? item) => items.TryDequeue(out item);

    public void Clear() => items.Clear();

    /// <summary>Withdraws the items that match and returns them, oldest first.</summary>
    public IReadOnlyList<WorkItem> Withdraw(Predicate<WorkItem> covered)
    {
        List<WorkItem>? withdrawn = null;
        foreach (var item in items)
            if (covered(item))
                (withdrawn ??= []).Add(item);
        if (withdrawn is null)
            return [];
        items = new Queue<WorkItem>(items.Where(item => !covered(item)));
        return withdrawn;
    }
}
