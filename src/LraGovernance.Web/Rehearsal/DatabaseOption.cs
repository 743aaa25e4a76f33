using System.Data.Common;
using LraGovernance.Data;
using Microsoft.Data.Sqlite;
using Npgsql;

namespace LraGovernance.Web.Rehearsal;

/// <summary>The <c>--db</c> of the verbs: a SQLite file, or a PostgreSQL connection string.</summary>
internal static class DatabaseOption
{
    /// <exception cref="DatabaseOptionRefusedException">It is empty, or no connection string.</exception>
    public static DatabaseSettings Parse(string text)
    {
        if (string.IsNullOrWhiteSpace(text))
        {
            throw new DatabaseOptionRefusedException("--db is empty: give a SQLite file or a PostgreSQL connection string.");
        }

        var settings = text.Contains("Host=", StringComparison.OrdinalIgnoreCase)
            ? new DatabaseSettings { Kind = DatabaseKind.Postgres, ConnectionString = text }
            : DatabaseSettings.SqliteFile(text);
        try
        {
            _ = settings.Kind == DatabaseKind.Postgres
                ? Required(new NpgsqlConnectionStringBuilder(settings.ConnectionString), "Host")
                : Required(new SqliteConnectionStringBuilder(settings.ConnectionString), "Data Source");
        }
        catch (ArgumentException malformed)
        {
            throw new DatabaseOptionRefusedException($"--db is no database: {malformed.Message}");
        }

        return settings;
    }

    /// <summary>What the database says when it cannot be used, also where EF wraps it for being perhaps transient; else null.</summary>
    public static DbException? Refusal(Exception failure) => failure as DbException ?? failure.InnerException as DbException;

    private static string Required(DbConnectionStringBuilder builder, string key) =>
        builder.TryGetValue(key, out var value) && value is string { Length: > 0 } given ? given : throw new ArgumentException($"{key} is empty");
}

/// <summary>The <c>--db</c> of a verb is no database.</summary>
internal sealed class DatabaseOptionRefusedException(string reason) : Exception(reason);
