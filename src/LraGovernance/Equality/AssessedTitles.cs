using LraGovernance.Data;
using LraGovernance.Running;
using Microsoft.EntityFrameworkCore;

namespace LraGovernance.Equality;

/// <summary>An assessment has no title of its own: it is called by the variation or the change that it is about.</summary>
internal sealed class AssessedTitles(GovernanceDb db) : ICaseTitles
{
    public string Process => EqualityDesk.Process;

    public async Task<IReadOnlyDictionary<string, string>> TitlesAsync(string service, IReadOnlyCollection<string> numbers, CancellationToken cancellationToken) =>
        await db.Variations.AsNoTracking().Where(x => x.Service == service && numbers.Contains(x.Number)).Select(x => new { x.Number, x.Title })
            .Concat(db.Changes.AsNoTracking().Where(x => x.Service == service && numbers.Contains(x.Number)).Select(x => new { x.Number, x.Title }))
            .ToDictionaryAsync(x => x.Number, x => x.Title, cancellationToken);
}
