using System.Runtime.CompilerServices;
using LraGovernance.Data;
using LraGovernance.Pipeline;
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

    private static string Folder([CallerFilePath] string file = "") => Path.GetDirectoryName(file)!;
}
