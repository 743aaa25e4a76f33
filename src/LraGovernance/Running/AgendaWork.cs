namespace LraGovernance.Running;

/// <summary>Performs one kind of agenda item; each feature registers its own.</summary>
public interface IAgendaWork
{
    string Kind { get; }

    /// <summary>Does what is due, inside the transaction; takes the item off the agenda or moves it to its next time.</summary>
    Task PerformAsync(AgendaItem item, CancellationToken cancellationToken);
}
