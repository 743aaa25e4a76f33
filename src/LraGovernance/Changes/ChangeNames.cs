using LraGovernance.Data;
using LraGovernance.Running;
using LraGovernance.Thread;
using Microsoft.EntityFrameworkCore;

namespace LraGovernance.Changes;

/// <summary>What changes are called where a number alone would say too little.</summary>
internal sealed class ChangeNames(GovernanceDb db) : ICaseTitles, IThreadEnds
{
    public string Process => ChangeDesk.Process;

    public async Task<IReadOnlyDictionary<string, string>> TitlesAsync(string service, IReadOnlyCollection<string> numbers, CancellationToken cancellationToken) =>
        await db.Changes.AsNoTracking().Where(x => x.Service == service && numbers.Contains(x.Number))
            .Select(x => new { x.Number, x.Title }).ToDictionaryAsync(x => x.Number, x => x.Title, cancellationToken);

    public async Task<IReadOnlyList<NamedEnd>> AllAsync(string service, CancellationToken cancellationToken) =>
        [.. (await db.Changes.AsNoTracking().Where(x => x.Service == service).OrderBy(x => x.Number).Select(x => new { x.Number, x.Title }).ToListAsync(cancellationToken))
            .Select(x => new NamedEnd(ThreadEnd.Change(x.Number), $"{x.Number}, {x.Title}", $"/changes/{x.Number}"))];
}
