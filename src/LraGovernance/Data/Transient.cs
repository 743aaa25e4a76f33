using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace LraGovernance.Data;

/// <summary>Failures that a second try in a new scope can cure.</summary>
internal static class Transient
{
    private const string SerializationFailure = "40001";
    private const string DeadlockDetected = "40P01";

    internal static bool Is(Exception failure) => failure switch
    {
        PostgresException postgres => postgres.SqlState is SerializationFailure or DeadlockDetected || postgres.IsTransient,
        NpgsqlException lost => lost.IsTransient,
        DbUpdateException { InnerException: { } inner } and not DbUpdateConcurrencyException => Is(inner),
        InvalidOperationException { InnerException: { } inner } => Is(inner),
        _ => false,
    };
}
