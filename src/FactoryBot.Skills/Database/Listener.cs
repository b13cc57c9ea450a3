using Npgsql;

namespace FactoryBot.Skills.Database;

/// <summary>One connection that waits for notifications.</summary>
internal static class Listener
{
    private const int AnswerSeconds = 10;
    private static readonly TimeSpan Silence = TimeSpan.FromSeconds(20);

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
            await WaitAsync(connection, cancellationToken);
    }

    /// <summary>Waits for the next notification, or for a while. A connection that was cut without a word still looks open, so
    /// after that while it is asked whether it is.</summary>
    public static async Task WaitAsync(NpgsqlConnection connection, CancellationToken cancellationToken)
    {
        if (await connection.WaitAsync(Silence, cancellationToken))
            return;
        await using var ask = new NpgsqlCommand("select 1", connection) { CommandTimeout = AnswerSeconds };
        await ask.ExecuteNonQueryAsync(cancellationToken);
    }
}
