using LraGovernance.Audit;
using LraGovernance.Data;
using LraGovernance.Decisions;
using LraGovernance.Notifications;
using LraGovernance.Pipeline;
using LraGovernance.Running;
using LraGovernance.Tasks;
using Microsoft.EntityFrameworkCore;

namespace LraGovernance.Tests.Crashes;

/// <summary>Everything that a crash could have left half done, read from a database that nobody else has open.</summary>
internal sealed class Aftermath
{
    private Aftermath()
    {
    }

    public required IReadOnlyList<DecisionRequest> Requests { get; init; }
    public required IReadOnlyList<Answer> Answers { get; init; }
    public required IReadOnlyList<WorkflowInstance> Instances { get; init; }
    public required ILookup<Guid, WaitingBookmark> Bookmarks { get; init; }
    public required IReadOnlyDictionary<Guid, int> JournalLengths { get; init; }
    public required IReadOnlyList<WorkTask> Tasks { get; init; }
    public required IReadOnlyList<OutboxMail> Mails { get; init; }
    public required IReadOnlySet<string> MailsDue { get; init; }
    public required IReadOnlyDictionary<Guid, HandledCommand> Handled { get; init; }

    /// <summary>Entries of the record by event, in order.</summary>
    public required ILookup<string, RecordEntry> Record { get; init; }
    public required int Incidents { get; init; }

    public static async Task<Aftermath> ReadAsync(GovernanceDb db)
    {
        var requests = await db.DecisionRequests.AsNoTracking().Where(x => x.Process == TinyProcess.DefinitionId).Include(x => x.Invitations).ToListAsync();
        return new Aftermath
        {
            Requests = requests,
            Answers = await db.Answers.AsNoTracking().ToListAsync(),
            Instances = await db.Instances.AsNoTracking().ToListAsync(),
            Bookmarks = (await db.Bookmarks.AsNoTracking().ToListAsync()).ToLookup(x => x.InstanceId),
            JournalLengths = await db.Journal.GroupBy(x => x.InstanceId).Select(x => new { x.Key, Count = x.Count() }).ToDictionaryAsync(x => x.Key, x => x.Count),
            Tasks = await db.Tasks.AsNoTracking().ToListAsync(),
            Mails = await db.Outbox.AsNoTracking().ToListAsync(),
            MailsDue = (await db.Agenda.Where(x => x.Kind == Outbox.AgendaKind).Select(x => x.Key).ToListAsync()).ToHashSet(),
            Handled = await db.HandledCommands.AsNoTracking().Where(x => x.Command == nameof(RecordDecision)).ToDictionaryAsync(x => x.CommandId),
            Record = (await db.RecordEntries.AsNoTracking().OrderBy(x => x.Service).ThenBy(x => x.Sequence).ToListAsync()).ToLookup(x => x.Event),
            Incidents = await db.Incidents.CountAsync(),
        };
    }
}
