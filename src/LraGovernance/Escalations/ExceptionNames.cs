using LraGovernance.Data;
using LraGovernance.Running;
using LraGovernance.Thread;
using Microsoft.EntityFrameworkCore;

namespace LraGovernance.Escalations;

/// <summary>What exceptions are called where a number alone would say too little.</summary>
internal sealed class ExceptionNames(GovernanceDb db) : ICaseTitles, IThreadEnds
{
    public string Process => ExceptionDesk.Process;

    public async Task<IReadOnlyDictionary<string, string>> TitlesAsync(string service, IReadOnlyCollection<string> numbers, CancellationToken cancellationToken) =>
        await db.Exceptions.AsNoTracking().Where(x => x.Service == service && numbers.Contains(x.Number))
            .Select(x => new { x.Number, x.Title }).ToDictionaryAsync(x => x.Number, x => x.Title, cancellationToken);

    /// <summary>What figures raised has to lead on to a decision; a risk or an issue raised by hand need not.</summary>
    public async Task<IReadOnlyList<NamedEnd>> AllAsync(string service, CancellationToken cancellationToken) =>
        [.. (await db.Exceptions.AsNoTracking().Where(x => x.Service == service).OrderBy(x => x.Number).Select(x => new { x.Number, x.Title, x.Reference }).ToListAsync(cancellationToken))
            .Select(x => new NamedEnd(ThreadEnd.Exception(x.Number), $"{x.Number}, {x.Title}", $"/exceptions/{x.Number}", MustLeadOn: x.Reference is not null))];
}
