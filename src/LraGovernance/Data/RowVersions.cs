using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace LraGovernance.Data;

/// <summary>Bumps the version column of what changes; SQLite has no token of its own, and both databases behave alike.</summary>
internal sealed class RowVersions : SaveChangesInterceptor
{
    private const string Column = "RowVersion";

    public override ValueTask<InterceptionResult<int>> SavingChangesAsync(
        DbContextEventData eventData, InterceptionResult<int> result, CancellationToken cancellationToken = default)
    {
        foreach (var entry in eventData.Context!.ChangeTracker.Entries().Where(x => x.State is EntityState.Modified))
        {
            if (entry.Metadata.FindProperty(Column) is not null)
            {
                var version = entry.Property(Column);
                version.CurrentValue = (long)version.OriginalValue! + 1;
            }
        }

        return new(result);
    }
}
