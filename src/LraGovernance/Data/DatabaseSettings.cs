using System.ComponentModel.DataAnnotations;

namespace LraGovernance.Data;

public enum DatabaseKind { Sqlite, Postgres }

/// <summary>Which database, and where. The section is named <c>Database</c>.</summary>
public sealed class DatabaseSettings
{
    public DatabaseKind Kind { get; set; }

    [Required]
    public string ConnectionString { get; set; } = "";

    /// <summary>Nothing in it is anyone's decision: a rehearsal's database, not synced to disk.</summary>
    public bool Throwaway { get; set; }

    public static DatabaseSettings SqliteFile(string path, bool throwaway = false) => new()
    {
        Kind = DatabaseKind.Sqlite,
        ConnectionString = $"Data Source={path}",
        Throwaway = throwaway,
    };
}
