using FactoryBot.Skills.Database;
using Npgsql;

namespace FactoryBot.Skills.Metrics.Ingest;

internal static class DerivedSlotStore
{
    /// <summary>Every slot whose production was made from counts.</summary>
    public static async Task<List<IntakeSlot>> ReadAsync(TenantScope scope, CancellationToken cancellationToken)
    {
        await using var command = new NpgsqlCommand("select distinct day, machine_id, shift_id from plant.production_run where derived", scope.Connection);
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        var slots = new List<IntakeSlot>();
        while (await reader.ReadAsync(cancellationToken))
            slots.Add(new(reader.GetFieldValue<DateOnly>(0), reader.GetInt32(1), reader.GetInt32(2)));
        return slots;
    }
}
