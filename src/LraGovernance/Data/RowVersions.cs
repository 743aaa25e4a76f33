using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;

namespace LraGovernance.Data;

/// <summary>Bumps the version column of what changes; SQLite has no token of its own, and both databases behave alike.</summary>
internal static class RowVersions
{
    private const string Column = "RowVersion";

    public static void Bump(IEnumerable<EntityEntry> entries)
    {
        foreach (var entry in entries.Where(x => x.State is EntityState.Modified && x.Metadata.FindProperty(Column) is not null))
        {
            var version = entry.Property(Column);
            version.CurrentValue = (long)version.OriginalValue! + 1;
        }
    }
}
