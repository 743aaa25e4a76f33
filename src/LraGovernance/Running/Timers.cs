using LraGovernance.Data;
using LraGovernance.Engine.Execution;
using Microsoft.EntityFrameworkCore;

namespace LraGovernance.Running;

/// <summary>A process waiting for a time. The due time is a row on the agenda, and nowhere else.</summary>
internal sealed class Timers(GovernanceDb db, Bursts bursts) : IAgendaWork
{
    internal const string AgendaKind = "timer";

    public string Kind => AgendaKind;

    internal static AgendaItem Item(WorkflowInstance instance, string bookmarkId, DateTimeOffset due) => new()
    {
        Kind = AgendaKind, Key = KeyOf(instance.Id, bookmarkId), Service = instance.Service, DueAt = due,
    };

    internal static async Task ForgetAsync(GovernanceDb db, Guid instance, string bookmarkId, CancellationToken cancellationToken)
    {
        if (await db.Agenda.FindAsync([AgendaKind, KeyOf(instance, bookmarkId)], cancellationToken) is { } item)
        {
            db.Agenda.Remove(item);
        }
    }

    public Task PerformAsync(AgendaItem item, CancellationToken cancellationToken)
    {
        var (instance, bookmark) = (Guid.Parse(item.Key[..36]), item.Key[37..]);
        db.Agenda.Remove(item);
        bursts.Resume(instance, bookmark, Outcomes.Done);
        return Task.CompletedTask;
    }

    internal static string KeyOf(Guid instance, string bookmark) => $"{instance}/{bookmark}";
}

/// <summary>Outcome names that the product gives by itself.</summary>
internal static class Outcomes
{
    internal const string Done = "Done";
}
