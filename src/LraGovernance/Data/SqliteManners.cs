using System.Data.Common;
using System.Runtime.CompilerServices;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore.Diagnostics;
using SQLitePCL;

namespace LraGovernance.Data;

/// <summary>
/// What SQLite must be told on every connection, since none of it can stand in the connection string: wait for a lock
/// instead of failing, and sync every commit to the disk.
/// </summary>
internal sealed class SqliteManners(bool throwaway) : DbConnectionInterceptor
{
    private readonly string _pragmas = throwaway
        ? "PRAGMA busy_timeout=5000; PRAGMA synchronous=OFF; PRAGMA journal_mode=MEMORY;"
        : "PRAGMA busy_timeout=5000; PRAGMA synchronous=FULL;";

    private readonly ConditionalWeakTable<sqlite3, object> _told = [];

    public override void ConnectionOpened(DbConnection connection, ConnectionEndEventData eventData) => Tell(connection);

    public override Task ConnectionOpenedAsync(DbConnection connection, ConnectionEndEventData eventData, CancellationToken cancellationToken = default)
    {
        Tell(connection);
        return Task.CompletedTask;
    }

    private void Tell(DbConnection connection)
    {
        // A connection out of the pool is told once: it remembers.
        if (!_told.TryAdd(((SqliteConnection)connection).Handle!, true))
        {
            return;
        }

        using var command = connection.CreateCommand();
        command.CommandText = _pragmas;
        command.ExecuteNonQuery();
    }

    /// <summary>
    /// WAL only where SQLite has the fix of its WAL-reset bug (corruption between 3.7.0 and 3.51.2); else the rollback
    /// journal, which costs little with one writer.
    /// </summary>
    internal static string JournalModeFor(Version sqlite) =>
        sqlite >= new Version(3, 51, 3)
        || (sqlite >= new Version(3, 50, 7) && sqlite < new Version(3, 51))
        || (sqlite >= new Version(3, 44, 6) && sqlite < new Version(3, 45))
            ? "WAL" : "DELETE";

    /// <summary>Only for a database that is kept: a throwaway one has been told to keep its journal in memory, and each connection remembers.</summary>
    internal static async Task ChooseJournalAsync(SqliteConnection connection, CancellationToken cancellationToken)
    {
        await using var command = connection.CreateCommand();
        command.CommandText = "PRAGMA journal_mode";
        if (await command.ExecuteScalarAsync(cancellationToken) is "memory")
        {
            return;
        }

        command.CommandText = $"PRAGMA journal_mode={JournalModeFor(Version.Parse(connection.ServerVersion))}";
        await command.ExecuteNonQueryAsync(cancellationToken);
    }
}
