using LraGovernance.Data;

namespace LraGovernance.Web.Rehearsal;

/// <summary>The <c>--db</c> of the verbs: a SQLite file, or a PostgreSQL connection string.</summary>
internal static class DatabaseOption
{
    public static DatabaseSettings Parse(string text) => text.Contains("Host=", StringComparison.OrdinalIgnoreCase)
        ? new DatabaseSettings { Kind = DatabaseKind.Postgres, ConnectionString = text }
        : DatabaseSettings.SqliteFile(text);
}
