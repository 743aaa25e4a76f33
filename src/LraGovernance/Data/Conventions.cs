using System.Text.RegularExpressions;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage.ValueConversion;

namespace LraGovernance.Data;

/// <summary>What holds for every row: times in UTC, enums as words, names in snake case.</summary>
internal static partial class Conventions
{
    internal static void Configure(ModelConfigurationBuilder builder, bool sqlite)
    {
        // SQLite can neither order nor compare a DateTimeOffset; Npgsql refuses one that is not in UTC.
        if (sqlite)
        {
            builder.Properties<DateTimeOffset>().HaveConversion<UnixMilliseconds>();
        }
        else
        {
            builder.Properties<DateTimeOffset>().HaveConversion<Utc>();
        }

        builder.Properties<Enum>().HaveConversion<string>();
    }

    internal static void NameInSnakeCase(ModelBuilder model)
    {
        foreach (var entity in model.Model.GetEntityTypes())
        {
            entity.SetTableName(Snake(entity.GetTableName()!));
            foreach (var property in entity.GetProperties())
            {
                property.SetColumnName(Snake(property.Name));
            }
        }
    }

    private static string Snake(string name) => WordStart().Replace(name, "_$1").ToLowerInvariant();

    [GeneratedRegex("(?<=[a-z0-9])([A-Z])")]
    private static partial Regex WordStart();

    private sealed class UnixMilliseconds() : ValueConverter<DateTimeOffset, long>(
        time => time.ToUnixTimeMilliseconds(), stored => DateTimeOffset.FromUnixTimeMilliseconds(stored));

    private sealed class Utc() : ValueConverter<DateTimeOffset, DateTimeOffset>(
        time => time.ToUniversalTime(), stored => stored);
}
