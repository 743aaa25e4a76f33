using LraGovernance.Calendar;
using LraGovernance.Data;
using LraGovernance.Pipeline;
using LraGovernance.Tasks;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace LraGovernance.Performance;

/// <summary>What a month's round still lacks, for the head of service who is asked to bring it in; null for anybody else.</summary>
[KnownPerson]
public sealed record ReadMissing(Guid TaskId) : IQuery<IReadOnlyList<MissingLine>?>;

public sealed record MissingLine(string Reference, string Name, Period Period);

internal sealed class ReadMissingHandler(GovernanceDb db, TaskDesk tasks, ReturnDesk desk) : IRequestHandler<ReadMissing, IReadOnlyList<MissingLine>?>
{
    public async Task<IReadOnlyList<MissingLine>?> Handle(ReadMissing request, CancellationToken cancellationToken)
    {
        var task = await db.Tasks.AsNoTracking().Include(x => x.Assignees).SingleOrDefaultAsync(x => x.Id == request.TaskId && x.Kind == TickedOff.BringInFigures, cancellationToken);
        return tasks.Refusal(task) is not null ? null
            : [.. (await desk.OfRoundAsync(task!.Service, task.InstanceKey, ownOnly: false, cancellationToken)).Where(x => x.Asked.State == AskedState.Missing)
                .Select(x => new MissingLine(x.Asked.Reference, x.Indicator.Name, Period.Parse(x.Asked.Period)))];
    }
}
