using System.Runtime.CompilerServices;
using LraGovernance.Data;
using LraGovernance.Web.Serving;
using Microsoft.EntityFrameworkCore;
using Shouldly;
using Xunit;

namespace LraGovernance.Tests.Data;

/// <summary>The scripts and the model must say the same; there is no snapshot to compare, so the two schemas are.</summary>
public sealed class SchemaTests
{
    /// <summary>Before the first release the first script is the model's own; afterwards write the next one by hand.</summary>
    private static readonly bool Rewrite = Environment.GetEnvironmentVariable("REWRITE_FIRST_SCRIPT") == "1";

    [Theory]
    [InlineData(DatabaseKind.Sqlite, "sqlite")]
    [InlineData(DatabaseKind.Postgres, "pg")]
    public void The_first_script_can_be_rewritten_from_the_model(DatabaseKind kind, string dialect)
    {
        var settings = new DatabaseSettings { Kind = kind, ConnectionString = kind == DatabaseKind.Sqlite ? "Data Source=:memory:" : "Host=unused" };
        var options = new DbContextOptionsBuilder<GovernanceDb>();
        DataServices.Choose(options, settings);
        using var db = new GovernanceDb(options.Options);
        var script = db.Database.GenerateCreateScript().ReplaceLineEndings("\n");
        if (Rewrite)
        {
            File.WriteAllText(Path.Combine(Folder(), "../../../src/LraGovernance/Data/Sql", dialect, "0001_first.sql"), script);
        }

        script.ShouldContain("CREATE TABLE");
    }

    [Theory]
    [MemberData(nameof(Stores.Both), MemberType = typeof(Stores))]
    public async Task Scripts_and_model_make_the_same_schema(DatabaseKind kind)
    {
        await using var byScripts = await Store.EmptyAsync(kind);
        await using var byModel = await Store.EmptyAsync(kind);
        await using (var db = byScripts.Open())
        {
            await new Migrations(db, new StandingClock(DateTimeOffset.UnixEpoch)).ApplyAsync();
        }

        await using (var db = byModel.Open())
        {
            await db.Database.OpenConnectionAsync();
            await db.Database.ExecuteSqlRawAsync(db.Database.GenerateCreateScript().Replace("{", "{{", StringComparison.Ordinal).Replace("}", "}}", StringComparison.Ordinal));
        }

        (await SchemaOfAsync(byScripts)).ShouldBe(await SchemaOfAsync(byModel));
    }

    [Theory]
    [MemberData(nameof(Stores.Both), MemberType = typeof(Stores))]
    public async Task Scripts_are_applied_once_also_by_four_at_once(DatabaseKind kind)
    {
        await using var store = await Store.EmptyAsync(kind);
        var applied = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => Task.Run(async () =>
        {
            await using var db = store.Open();
            return (await new Migrations(db, new StandingClock(DateTimeOffset.UnixEpoch)).ApplyAsync()).Count;
        })));
        applied.Order().ShouldBe([0, 0, 0, Migrations.Scripts(kind == DatabaseKind.Sqlite).Count()]);
    }

    [Fact]
    public async Task A_script_that_was_changed_after_it_was_applied_is_refused()
    {
        await using var store = await Store.EmptyAsync(DatabaseKind.Sqlite);
        await using var db = store.Open();
        var migrations = new Migrations(db, new StandingClock(DateTimeOffset.UnixEpoch));
        await migrations.ApplyAsync();
        await db.Database.ExecuteSqlRawAsync("UPDATE schema_version SET sha256 = 'x' WHERE name = '0001_first.sql'");
        (await Should.ThrowAsync<InvalidOperationException>(() => migrations.ApplyAsync())).Message.ShouldContain("0001_first.sql");
    }

    [Theory]
    [InlineData("3.50.4", "DELETE")]
    [InlineData("3.50.7", "WAL")]
    [InlineData("3.44.5", "DELETE")]
    [InlineData("3.44.6", "WAL")]
    [InlineData("3.51.2", "DELETE")]
    [InlineData("3.51.3", "WAL")]
    [InlineData("4.0.0", "WAL")]
    public void The_write_ahead_log_is_used_only_where_SQLite_has_the_fix(string version, string mode) =>
        SqliteManners.JournalModeFor(Version.Parse(version)).ShouldBe(mode);

    [Fact]
    public async Task SQLite_syncs_every_commit_waits_for_locks_and_keeps_the_journal_that_its_version_deserves()
    {
        await using var store = await Store.EmptyAsync(DatabaseKind.Sqlite);
        await using var db = store.Open();
        await new Migrations(db, new StandingClock(DateTimeOffset.UnixEpoch)).ApplyAsync();
        await db.Database.OpenConnectionAsync();
        var connection = (Microsoft.Data.Sqlite.SqliteConnection)db.Database.GetDbConnection();
        Ask("PRAGMA synchronous").ShouldBe("2");
        Ask("PRAGMA busy_timeout").ShouldBe("5000");
        Ask("PRAGMA foreign_keys").ShouldBe("1");
        Ask("PRAGMA journal_mode").ShouldBe(SqliteManners.JournalModeFor(Version.Parse(connection.ServerVersion)), StringCompareShould.IgnoreCase);

        string Ask(string pragma)
        {
            using var command = connection.CreateCommand();
            command.CommandText = pragma;
            return Convert.ToString(command.ExecuteScalar(), System.Globalization.CultureInfo.InvariantCulture)!;
        }
    }

    [Fact]
    public async Task A_throwaway_database_keeps_its_journal_in_memory_on_a_connection_that_comes_back_out_of_the_pool_too()
    {
        await using var store = await Store.EmptyAsync(DatabaseKind.Sqlite);
        var options = new DbContextOptionsBuilder<GovernanceDb>();
        DataServices.Choose(options, new DatabaseSettings { Kind = DatabaseKind.Sqlite, ConnectionString = store.Settings.ConnectionString, Throwaway = true });
        await using var db = new GovernanceDb(options.Options);
        await new Migrations(db, new StandingClock(DateTimeOffset.UnixEpoch)).ApplyAsync();
        for (var opened = 0; opened < 2; opened++)
        {
            await db.Database.OpenConnectionAsync();
            (await db.Database.SqlQuery<string>($"SELECT journal_mode AS \"Value\" FROM pragma_journal_mode").SingleAsync()).ShouldBe("memory");
            (await db.Database.SqlQuery<int>($"SELECT synchronous AS \"Value\" FROM pragma_synchronous").SingleAsync()).ShouldBe(0);
            await db.Database.CloseConnectionAsync();
        }
    }

    private static async Task<IReadOnlyList<string>> SchemaOfAsync(Store store)
    {
        await using var db = store.Open();
        // Blank space is not part of a schema; what the second script adds by hand is not part of the model.
        var sql = db.Database.IsSqlite()
            ? "SELECT name || ': ' || replace(replace(replace(replace(sql, char(10), ''), ' ', ''), '\"', ''), char(13), '') AS \"Value\" FROM sqlite_master WHERE sql IS NOT NULL AND type <> 'trigger' AND name <> 'schema_version'"
            : """
              SELECT table_name || '.' || column_name || ' ' || data_type || ' ' || is_nullable AS "Value" FROM information_schema.columns WHERE table_schema = 'public' AND table_name <> 'schema_version'
              UNION ALL SELECT indexdef FROM pg_indexes WHERE schemaname = 'public' AND tablename <> 'schema_version'
              UNION ALL SELECT conrelid::regclass || ' ' || pg_get_constraintdef(oid) FROM pg_constraint WHERE connamespace = 'public'::regnamespace AND conrelid <> COALESCE(to_regclass('schema_version'), 0)
              """;
        return [.. (await db.Database.SqlQueryRaw<string>(sql).ToListAsync()).Order(StringComparer.Ordinal)];
    }

    private static string Folder([CallerFilePath] string file = "") => Path.GetDirectoryName(file)!;
}
