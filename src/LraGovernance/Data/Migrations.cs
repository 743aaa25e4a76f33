using System.Data.Common;
using System.Reflection;
using System.Security.Cryptography;
using System.Text;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;

namespace LraGovernance.Data;

/// <summary>
/// Applies the embedded scripts of the database's dialect in order, each once, the whole run in one transaction: a
/// process that dies half-way leaves nothing behind, not even a lock (ADR 0006).
/// </summary>
public sealed class Migrations(GovernanceDb db, TimeProvider clock)
{
    /// <returns>Names of the scripts applied now.</returns>
    /// <exception cref="InvalidOperationException">A script was changed after it had been applied.</exception>
    public async Task<IReadOnlyList<string>> ApplyAsync(CancellationToken cancellationToken = default)
    {
        var sqlite = db.Database.IsSqlite();
        await db.Database.OpenConnectionAsync(cancellationToken);
        try
        {
            var connection = db.Database.GetDbConnection();
            if (connection is SqliteConnection file)
            {
                await SqliteManners.ChooseJournalAsync(file, cancellationToken);
            }

            return await ApplyAsync(connection, sqlite, cancellationToken);
        }
        finally
        {
            await db.Database.CloseConnectionAsync();
        }
    }

    /// <summary>Whether every script of this build has been applied.</summary>
    public async Task<bool> IsCurrentAsync(CancellationToken cancellationToken = default)
    {
        var sqlite = db.Database.IsSqlite();
        var table = sqlite
            ? "SELECT count(*) AS \"Value\" FROM sqlite_master WHERE name = 'schema_version'"
            : "SELECT count(*)::int AS \"Value\" FROM information_schema.tables WHERE table_name = 'schema_version'";
        if (await db.Database.SqlQueryRaw<int>(table).SingleAsync(cancellationToken) == 0)
        {
            return false;
        }

        var applied = await db.Database.SqlQueryRaw<string>("SELECT name AS \"Value\" FROM schema_version").ToListAsync(cancellationToken);
        return Scripts(sqlite).All(x => applied.Contains(x.Name));
    }

    private async Task<IReadOnlyList<string>> ApplyAsync(DbConnection connection, bool sqlite, CancellationToken cancellationToken)
    {
        var applied = new List<string>();
        await using var transaction = await connection.BeginTransactionAsync(cancellationToken);
        if (!sqlite)
        {
            await RunAsync(connection, transaction, "SELECT pg_advisory_xact_lock(727001)", cancellationToken);
        }

        await RunAsync(connection, transaction,
            "CREATE TABLE IF NOT EXISTS schema_version (name TEXT PRIMARY KEY, sha256 TEXT NOT NULL, applied_at TEXT NOT NULL)", cancellationToken);
        var known = await KnownAsync(connection, transaction, cancellationToken);
        foreach (var (name, sql) in Scripts(sqlite))
        {
            var hash = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(sql)));
            if (known.TryGetValue(name, out var before))
            {
                if (before != hash)
                {
                    throw new InvalidOperationException($"Script {name} was changed after it had been applied to this database; write the next one instead.");
                }

                continue;
            }

            await RunAsync(connection, transaction, sql, cancellationToken);
            await RunAsync(connection, transaction, "INSERT INTO schema_version VALUES (@p0, @p1, @p2)", cancellationToken,
                name, hash, clock.GetUtcNow().ToString("O"));
            applied.Add(name);
        }

        await transaction.CommitAsync(cancellationToken);
        return applied;
    }

    internal static IEnumerable<(string Name, string Sql)> Scripts(bool sqlite)
    {
        var prefix = $"Sql.{(sqlite ? "sqlite" : "pg")}/";
        var assembly = Assembly.GetExecutingAssembly();
        foreach (var resource in assembly.GetManifestResourceNames().Where(x => x.StartsWith(prefix, StringComparison.Ordinal)).Order(StringComparer.Ordinal))
        {
            using var reader = new StreamReader(assembly.GetManifestResourceStream(resource)!);
            yield return (resource[prefix.Length..], reader.ReadToEnd().ReplaceLineEndings("\n"));
        }
    }

    private static async Task<Dictionary<string, string>> KnownAsync(DbConnection connection, DbTransaction transaction, CancellationToken cancellationToken)
    {
        await using var command = connection.CreateCommand();
        command.Transaction = transaction;
        command.CommandText = "SELECT name, sha256 FROM schema_version";
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        var known = new Dictionary<string, string>();
        while (await reader.ReadAsync(cancellationToken))
        {
            known[reader.GetString(0)] = reader.GetString(1);
        }

        return known;
    }

    private static async Task RunAsync(
        DbConnection connection, DbTransaction transaction, string sql, CancellationToken cancellationToken, params string[] values)
    {
        await using var command = connection.CreateCommand();
        command.Transaction = transaction;
#pragma warning disable CA2100 // the text is an embedded script, never input
        command.CommandText = sql;
#pragma warning restore CA2100
        for (var i = 0; i < values.Length; i++)
        {
            var parameter = command.CreateParameter();
            parameter.ParameterName = $"p{i}";
            parameter.Value = values[i];
            command.Parameters.Add(parameter);
        }

        await command.ExecuteNonQueryAsync(cancellationToken);
    }
}
