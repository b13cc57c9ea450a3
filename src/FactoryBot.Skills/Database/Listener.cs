using Npgsql;

namespace FactoryBot.Skills.Database;

/// <summary>One connection that waits for notifications.</summary>
internal static class Listener
{
    public static async Task RunAsync(
        NpgsqlDataSource source, string channel, Action<string> heard, Action listening, CancellationToken cancellationToken)
    {
        await using var connection = await source.OpenConnectionAsync(cancellationToken);
        connection.Notification += (_, told) => heard(told.Payload);
        using var quoting = new NpgsqlCommandBuilder();
        await using (var listen = new NpgsqlCommand("listen " + quoting.QuoteIdentifier(channel), connection))
            await listen.ExecuteNonQueryAsync(cancellationToken);
        listening();
        while (true)
            await connection.WaitAsync(cancellationToken);
    }
}
