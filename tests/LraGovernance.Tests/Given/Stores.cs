using LraGovernance.Data;
using Xunit;

namespace LraGovernance.Tests;

/// <summary>Both databases, for every test that has rows behind it.</summary>
public static class Stores
{
    public static TheoryData<DatabaseKind> Both => [DatabaseKind.Sqlite, DatabaseKind.Postgres];
}
