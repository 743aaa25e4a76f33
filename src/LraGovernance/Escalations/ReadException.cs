using System.Text.Json.Nodes;
using LraGovernance.Data;
using LraGovernance.Pipeline;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace LraGovernance.Escalations;

/// <summary>An exception with its story, as the record tells it.</summary>
[KnownPerson]
public sealed record ReadException(string Service, string Number) : IQuery<ExceptionView?>;

/// <param name="Story">What happened, oldest first: when, and in words.</param>
public sealed record ExceptionView(ExceptionCase Case, string Handling, IReadOnlyList<PlannedAction> Actions, IReadOnlyList<StoryLine> Story);

public sealed record StoryLine(DateTimeOffset At, string Detail);

internal sealed class ReadExceptionHandler(GovernanceDb db) : IRequestHandler<ReadException, ExceptionView?>
{
    public async Task<ExceptionView?> Handle(ReadException request, CancellationToken cancellationToken)
    {
        if (await db.Exceptions.AsNoTracking().SingleOrDefaultAsync(x => x.Service == request.Service && x.Number == request.Number, cancellationToken) is not { } one)
        {
            return null;
        }

        var subject = $"exception/{one.Number}";
        var entries = await db.RecordEntries.AsNoTracking().Where(x => x.Service == request.Service && x.Subject == subject).OrderBy(x => x.Sequence).ToListAsync(cancellationToken);
        return new(one, ExceptionPaper.Words(one.Handling), ExceptionPaper.Actions(one), [.. entries.Select(x => new StoryLine(x.At, (string?)JsonNode.Parse(x.Body)!["detail"] ?? ""))]);
    }
}
