using Dapper;
using FactoryBot.Skills.Metrics.Demo;
using FactoryBot.Skills.Results;
using Npgsql;

namespace FactoryBot.Skills.Tests.Metrics.Conventions;

public sealed class SetConventionTests(PostgresFixture postgres) : IClassFixture<PostgresFixture>
{
    private const string Week = "2026-11-09/2026-11-15";
    private static readonly DemoRows Rows = GenerateDemo.Run(new(2026, 11, 20), 30, 1);

    [Fact]
    public async Task Change_ToStrict_CountsPlannedStopsAsLosses()
    {
        var plant = await RegisteredAsync(await MetricsPlant.LoadedAsync(postgres));
        var standard = await OeeAsync(plant);
        var asked = (await plant.Oee.AnswerAsync(MetricsPlant.Asker(), new() { Period = Week, Form = "strict" }, default)).Data!.Value;

        var changed = await plant.Convention.ChangeAsync(MetricsPlant.Asker(), "strict", null, null, default);

        var strict = (await plant.Oee.AnswerAsync(MetricsPlant.Asker(), new() { Period = Week }, default)).Data!.Value;
        var week = Rows.Production.Where(InWeek).ToList();
        Assert.Equal(Math.Round(week.Sum(r => r.IdealCycleSeconds * r.Good) / week.Sum(r => (long)r.ScheduledSeconds), 6), strict.GetProperty("oee").GetDecimal());
        Assert.Equal(asked.GetProperty("oee").GetDecimal(), strict.GetProperty("oee").GetDecimal());
        Assert.True(strict.GetProperty("oee").GetDecimal() < standard);
        Assert.Equal("strict", strict.GetProperty("form").GetString());
        Assert.Equal("From now on OEE is counted in the strict form: planned stops count as losses.", changed.Text);
    }

    [Fact]
    public async Task Change_Breaks_ChangesThePlannedTimeByTheBookedBreaks()
    {
        var plant = await RegisteredAsync(await MetricsPlant.LoadedAsync(postgres));

        await plant.Convention.ChangeAsync(MetricsPlant.Asker(), null, "breaks", "loss", default);

        var answer = await plant.Oee.AnswerAsync(MetricsPlant.Asker(), new() { Period = Week }, default);
        var breaks = Rows.Stops.Where(s => s.Day >= new DateOnly(2026, 11, 9) && s.Day <= new DateOnly(2026, 11, 15) && s.ReasonId == DemoPlant.BreakReason)
            .Sum(s => (decimal)(s.End - s.Start).TotalMinutes);
        var planned = Rows.Production.Where(InWeek).Sum(r => r.PlannedSeconds / 60m);
        Assert.Equal(Math.Round(planned + breaks, 2), answer.Data!.Value.GetProperty("plannedMinutes").GetDecimal());
        Assert.Contains(answer.Proof!.Filters, filter => filter.Contains("breaks always a loss", StringComparison.Ordinal));
        Assert.Contains("breaks always a loss", answer.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Change_SetUp_IsTakenOutOfThePlannedTimeAndSplitsStillAddUp()
    {
        var plant = await RegisteredAsync(await MetricsPlant.LoadedAsync(postgres));
        var before = await OeeAsync(plant);

        await plant.Convention.ChangeAsync(MetricsPlant.Asker(), null, "set-up", "not planned", default);

        Assert.True(await OeeAsync(plant) > before);
        var digest = (await plant.Digest.AnswerAsync(MetricsPlant.Asker(), new() { Period = Week }, default)).Data!.Value;
        Assert.Equal(await OeeAsync(plant), digest.GetProperty("oee").GetDecimal());
        var one = (await plant.Oee.AnswerAsync(MetricsPlant.Asker(), new() { Period = Week, Machine = "CNC-001" }, default)).Data!.Value.GetProperty("oee").GetDecimal();
        Assert.Contains(digest.GetProperty("machines").EnumerateArray(), m => m.GetProperty("name").GetString() == "CNC-001" && m.GetProperty("oee").GetDecimal() == one);
    }

    [Theory]
    [InlineData("sideways", null, null, ResultStatus.NotUnderstood)]
    [InlineData(null, "breaks", null, ResultStatus.Clarify)]
    [InlineData(null, null, "loss", ResultStatus.Clarify)]
    [InlineData(null, "lunch", "loss", ResultStatus.NotUnderstood)]
    [InlineData(null, "breaks", "somehow", ResultStatus.NotUnderstood)]
    [InlineData(null, null, null, ResultStatus.Answered)]
    public async Task Change_WhatIsNotKnown_ChangesNothing(string? form, string? stops, string? counting, ResultStatus status)
    {
        var plant = await RegisteredAsync(new(await postgres.NewDatabaseAsync()));

        Assert.Equal(status, (await plant.Convention.ChangeAsync(MetricsPlant.Asker(), form, stops, counting, default)).Status);

        Assert.EndsWith("standard form: planned stops are taken out of the planned time.", (await plant.Convention.ShowAsync(MetricsPlant.Asker(), default)).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Change_OfOneTenant_LeavesTheOther()
    {
        var plant = await RegisteredAsync(new(await postgres.NewDatabaseAsync()));

        await plant.Convention.ChangeAsync(MetricsPlant.Asker(), "strict", null, null, default);

        Assert.Contains("strict", (await plant.Convention.ShowAsync(MetricsPlant.Asker(), default)).Text, StringComparison.Ordinal);
        Assert.Contains("standard", (await plant.Convention.ShowAsync(MetricsPlant.Asker(MetricsPlant.Other), default)).Text, StringComparison.Ordinal);
    }

    // A change is audited, and only a tenant that is registered has an audit log.
    private static async Task<MetricsPlant> RegisteredAsync(MetricsPlant plant)
    {
        await using var owner = new NpgsqlConnection(plant.Database.OwnerConnection);
        await owner.ExecuteAsync(
            "insert into tenancy.tenant (tenant_id, key, name, time_zone) values (@One, 'one', 'One', 'UTC'), (@Two, 'two', 'Two', 'UTC')",
            new { One = MetricsPlant.Tenant, Two = MetricsPlant.Other });
        return plant;
    }

    private static bool InWeek(ProductionRow row) => row.Day >= new DateOnly(2026, 11, 9) && row.Day <= new DateOnly(2026, 11, 15);

    private static async Task<decimal> OeeAsync(MetricsPlant plant) =>
        (await plant.Oee.AnswerAsync(MetricsPlant.Asker(), new() { Period = Week }, default)).Data!.Value.GetProperty("oee").GetDecimal();
}
