using System.Text.Json.Nodes;
using LraGovernance.Data;
using Microsoft.EntityFrameworkCore;

namespace LraGovernance.Audit;

/// <summary>One thing that happened, when, and in words.</summary>
public sealed record StoryLine(DateTimeOffset At, string Detail);

/// <summary>What the record tells of one case.</summary>
internal static class Story
{
    /// <param name="db">The database.</param>
    /// <param name="service">The service.</param>
    /// <param name="subject">What the record calls the case, such as <c>variation/VA-2016-17-001</c>.</param>
    /// <param name="cancellationToken">Stops the reading.</param>
    /// <returns>Oldest first.</returns>
    internal static async Task<IReadOnlyList<StoryLine>> OfAsync(GovernanceDb db, string service, string subject, CancellationToken cancellationToken)
    {
        var entries = await db.RecordEntries.AsNoTracking().Where(x => x.Service == service && x.Subject == subject).OrderBy(x => x.Sequence).ToListAsync(cancellationToken);
        return [.. entries.Select(x => new StoryLine(x.At, (string?)JsonNode.Parse(x.Body)!["detail"] ?? ""))];
    }
}
