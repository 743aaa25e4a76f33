using LraGovernance.Data;
using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace LraGovernance.Tests;

/// <summary>
/// A database of a test's own. Made from a template that is prepared once a run, because migrating and loading a pack
/// takes longer than most tests.
/// </summary>
public sealed class Store : IAsyncDisposable
{
    private const string Variable = "LRA_TEST_POSTGRES";
    private static readonly string Folder = Directory.CreateTempSubdirectory("lra-tests-").FullName;
    private static int _count;

    private Store(DatabaseSettings settings) => Settings = settings;

    public DatabaseSettings Settings { get; }

    /// <summary>The server that the tests use; without it they fail, they are not skipped.</summary>
    private static string Server => Environment.GetEnvironmentVariable(Variable)
        ?? throw new InvalidOperationException($"Set {Variable} to a PostgreSQL connection string; tests/run.sh does.");

    public static async Task<Store> EmptyAsync(DatabaseKind kind)
    {
        var name = NextName();
        if (kind == DatabaseKind.Sqlite)
        {
            return new(new DatabaseSettings { Kind = kind, ConnectionString = $"Data Source={Path.Combine(Folder, name)}.db;Pooling=True" });
        }

        await OnServerAsync($"CREATE DATABASE {name}");
        return new(On(name));
    }

    /// <summary>A copy of a database that nobody has open.</summary>
    public static async Task<Store> CopyOfAsync(Store template)
    {
        var name = NextName();
        if (template.Settings.Kind == DatabaseKind.Sqlite)
        {
            var file = Path.Combine(Folder, name) + ".db";
            File.Copy(new Microsoft.Data.Sqlite.SqliteConnectionStringBuilder(template.Settings.ConnectionString).DataSource, file);
            return new(new DatabaseSettings { Kind = DatabaseKind.Sqlite, ConnectionString = $"Data Source={file};Pooling=True" });
        }

        var from = new NpgsqlConnectionStringBuilder(template.Settings.ConnectionString).Database;
        await OnServerAsync($"CREATE DATABASE {name} TEMPLATE {from}");
        return new(On(name));
    }

    /// <summary>The same database, not synced to disk: while it is prepared there is no decision in it that could be lost.</summary>
    public Store ForPreparing() => new(new DatabaseSettings { Kind = Settings.Kind, ConnectionString = Settings.ConnectionString, Throwaway = true });

    /// <summary>Lets go of the database, so that it can be copied.</summary>
    public async Task CloseAsync()
    {
        if (Settings.Kind == DatabaseKind.Postgres)
        {
            await using var connection = new NpgsqlConnection(Settings.ConnectionString);
            NpgsqlConnection.ClearPool(connection);
        }
        else
        {
            await using var connection = new Microsoft.Data.Sqlite.SqliteConnection(Settings.ConnectionString);
            Microsoft.Data.Sqlite.SqliteConnection.ClearPool(connection);
        }
    }

    public GovernanceDb Open()
    {
        var options = new DbContextOptionsBuilder<GovernanceDb>();
        DataServices.Choose(options, Settings);
        return new(options.Options);
    }

    public async ValueTask DisposeAsync()
    {
        await CloseAsync();
        if (Settings.Kind == DatabaseKind.Postgres)
        {
            await OnServerAsync($"DROP DATABASE IF EXISTS {new NpgsqlConnectionStringBuilder(Settings.ConnectionString).Database} WITH (FORCE)");
        }
        else
        {
            File.Delete(new Microsoft.Data.Sqlite.SqliteConnectionStringBuilder(Settings.ConnectionString).DataSource);
        }
    }

    private static string NextName() => $"lra_{Environment.ProcessId}_{Interlocked.Increment(ref _count)}";

    private static DatabaseSettings On(string database) => new()
    {
        Kind = DatabaseKind.Postgres,
        ConnectionString = new NpgsqlConnectionStringBuilder(Server) { Database = database, MaxPoolSize = 40 }.ToString(),
    };

    private static async Task OnServerAsync(string sql)
    {
        await using var connection = new NpgsqlConnection(Server);
        await connection.OpenAsync();
        await using var command = connection.CreateCommand();
#pragma warning disable CA2100 // names are our own
        command.CommandText = sql;
#pragma warning restore CA2100
        await command.ExecuteNonQueryAsync();
    }
}
