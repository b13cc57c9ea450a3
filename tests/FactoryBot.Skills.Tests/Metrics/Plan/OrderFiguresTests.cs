using FactoryBot.Skills.Metrics.Demo;
using FactoryBot.Skills.Results;

namespace FactoryBot.Skills.Tests.Metrics.Plan;

/// <summary>Scrap and OEE of one work order, which are those of its own rows.</summary>
public sealed class OrderFiguresTests(LoadedPlant loaded) : IClassFixture<LoadedPlant>
{
    private static readonly List<ProductionRow> Rows = Of("WO-1002");

    [Theory]
    [InlineData("WO-1002")]
    [InlineData("1002")]
    public async Task Scrap_AWorkOrder_IsThatOfItsRows(string typed)
    {
        var answer = await loaded.Plant.Output.ScrapAsync(MetricsPlant.Asker(), new() { WorkOrder = typed }, default);

        Assert.Equal(
            (Rows.Sum(r => (long)r.Total), Rows.Sum(r => (long)r.Scrap)),
            (answer.Data!.Value.GetProperty("total").GetInt64(), answer.Data.Value.GetProperty("scrap").GetInt64()));
        Assert.StartsWith("Scrap of work order WO-1002 was ", answer.Text, StringComparison.Ordinal);
        Assert.Empty(answer.Data.Value.GetProperty("defects").EnumerateArray());
        Assert.DoesNotContain(answer.Warnings, warning => warning.StartsWith("No data for", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Oee_AWorkOrder_IsThatOfItsRows()
    {
        var answer = await loaded.Plant.Oee.AnswerAsync(MetricsPlant.Asker(), new() { WorkOrder = "WO-1002" }, default);

        var expected = Rows.Sum(r => r.IdealCycleSeconds * r.Good) / Rows.Sum(r => (decimal)r.PlannedSeconds);
        Assert.Equal(expected, answer.Data!.Value.GetProperty("oee").GetDecimal(), 4);
        Assert.StartsWith("OEE of work order WO-1002 was ", answer.Text, StringComparison.Ordinal);
        Assert.Equal(["How far is work order WO-1002?", "What was the scrap of work order WO-1002?"], answer.Choices.Select(choice => choice.Say));
    }

    [Fact]
    public async Task Scrap_AWorkOrderOnOneShiftByMachine_AddsUp()
    {
        var answer = await loaded.Plant.Output.ScrapAsync(MetricsPlant.Asker(), new() { WorkOrder = "WO-1002", Shift = "Night", By = "machine" }, default);

        Assert.Equal(answer.Data!.Value.GetProperty("scrap").GetInt64(), answer.Data.Value.GetProperty("machines").EnumerateArray().Sum(m => m.GetProperty("scrap").GetInt64()));
        Assert.InRange(answer.Data.Value.GetProperty("total").GetInt64(), 1, Rows.Sum(r => (long)r.Total) - 1);
    }

    [Fact]
    public async Task Scrap_AWorkOrderPerShift_CountsItsOwnShifts()
    {
        var answer = await loaded.Plant.Output.ScrapAsync(MetricsPlant.Asker(), new() { WorkOrder = "WO-1002", By = "shift", Mean = "average" }, default);

        var shifts = Rows.Where(r => r.Total > 0).Select(r => (r.Day, r.ShiftId)).Distinct().Count();
        Assert.Equal(Math.Round(Rows.Sum(r => (decimal)r.Scrap) / shifts, 4), answer.Data!.Value.GetProperty("average").GetProperty("scrap").GetDecimal());
    }

    [Theory]
    [InlineData("hour", null, "Hourly counts name no work order")]
    [InlineData(null, "Burr", "Quality issues name no work order")]
    public async Task Scrap_WhatNamesNoOrder_IsNotTold(string? by, string? defect, string says)
    {
        var answer = await loaded.Plant.Output.ScrapAsync(MetricsPlant.Asker(), new() { WorkOrder = "WO-1002", By = by, Defect = defect }, default);

        Assert.Equal(ResultStatus.Clarify, answer.Status);
        Assert.StartsWith(says, answer.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Oee_AWorkOrderInATimeWithoutIt_SaysSo()
    {
        var answer = await loaded.Plant.Oee.AnswerAsync(MetricsPlant.Asker(), new() { WorkOrder = "WO-1002", Period = "2026-11-20" }, default);

        Assert.Equal(ResultStatus.NoRows, answer.Status);
        Assert.StartsWith("No production is recorded for work order WO-1002", answer.Text, StringComparison.Ordinal);
    }

    private static List<ProductionRow> Of(string number)
    {
        var rows = GenerateDemo.Run(new(2026, 11, 20), 30, 1);
        var id = rows.WorkOrders.Single(o => o.Number == number).WorkOrderId;
        return [.. rows.Production.Where(r => r.WorkOrderId == id)];
    }
}
