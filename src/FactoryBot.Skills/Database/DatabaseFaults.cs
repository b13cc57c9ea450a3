using System.Net.Sockets;
using Npgsql;

namespace FactoryBot.Skills.Database;

/// <summary>Tells a database that is away for a while from a statement that is wrong.</summary>
public static class DatabaseFaults
{
    /// <summary>True when the server did not answer or is shutting down or starting, so that trying again later is right.</summary>
    public static bool IsGone(Exception error) => error switch
    {
        // Class 08: connection exceptions; 57P01 to 57P03: shutdown, crash and start of the server; 53300: no connection free.
        PostgresException postgres => postgres.SqlState is "57P01" or "57P02" or "57P03" or "53300" || postgres.SqlState.StartsWith("08", StringComparison.Ordinal),
        NpgsqlException npgsql => npgsql.IsTransient || npgsql.InnerException is IOException or SocketException or TimeoutException,
        _ => error.InnerException is { } inner && IsGone(inner),
    };
}
