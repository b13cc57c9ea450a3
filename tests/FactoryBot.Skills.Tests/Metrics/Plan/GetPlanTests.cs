using FactoryBot.Skills.Metrics.Demo;
using FactoryBot.Skills.Results;

namespace FactoryBot.Skills.Tests.Metrics.Plan;

public sealed class GetPlanTests(LoadedPlant loaded) : IClassFixture<LoadedPlant>
{
    [Fact]
    public async Task Answer_ALine_CountsTheOrdersSinceTheirStart()
    {
        var answer = await loaded.Plant.Plan.AnswerAsync(MetricsPlant.Asker(), new() { Line = "Line 1", Period = "2026-11-13/2026-11-14" }, default);

        var rows = GenerateDemo.Run(new(2026, 11, 20), 30, 1);
        var order = rows.WorkOrders.Single(o => o.LineId == 1 && o.StartsOn <= new DateOnly(2026, 11, 13) && o.DueOn >= new DateOnly(2026, 11, 14));
        var made = rows.Production.Where(r => r.WorkOrderId == order.WorkOrderId && r.Day <= new DateOnly(2026, 11, 14))
            .GroupBy(r => r.MachineId).Min(machine => machine.Sum(r => (long)r.Good));
        var found = Assert.Single(answer.Data!.Value.GetProperty("orders").EnumerateArray());
        Assert.Equal((order.Number, made, 5000), (found.GetProperty("number").GetString(), found.GetProperty("made").GetInt64(), found.GetProperty("planned").GetInt32()));
        Assert.Contains("Counted as made: good pieces of the machine of the line that made the fewest.", answer.Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("wo 1002")]
    [InlineData("1002")]
    public async Task Answer_AWorkOrder_IsOfItAloneAndAllItsDays(string typed)
    {
        var answer = await loaded.Plant.Plan.AnswerAsync(MetricsPlant.Asker(), new() { WorkOrder = typed }, default);

        var rows = GenerateDemo.Run(new(2026, 11, 20), 30, 1);
        var order = rows.WorkOrders.Single(o => o.Number == "WO-1002");
        var made = rows.Production.Where(r => r.WorkOrderId == order.WorkOrderId).GroupBy(r => r.MachineId).Min(machine => machine.Sum(r => (long)r.Good));
        var found = Assert.Single(answer.Data!.Value.GetProperty("orders").EnumerateArray());
        Assert.Equal(("WO-1002", made), (found.GetProperty("number").GetString(), found.GetProperty("made").GetInt64()));
        Assert.StartsWith("WO-1002 (", answer.Text, StringComparison.Ordinal);
        Assert.Contains(string.Create(System.Globalization.CultureInfo.InvariantCulture, $"pieces made, {100m * made / 5000:0.0} %"), answer.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Answer_AWorkOrderThatIsNot_NamesTheNearest()
    {
        var answer = await loaded.Plant.Plan.AnswerAsync(MetricsPlant.Asker(), new() { WorkOrder = "WO-9002" }, default);

        Assert.Equal(ResultStatus.NotUnderstood, answer.Status);
        Assert.StartsWith("There is no work order WO-9002. The nearest: WO-1002", answer.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Answer_AMonth_ListsWhatIsBehindFirst()
    {
        var answer = await loaded.Plant.Plan.AnswerAsync(MetricsPlant.Asker(), new() { Period = "2026-11-01/2026-11-20" }, default);

        var orders = answer.Data!.Value.GetProperty("orders").EnumerateArray().ToList();
        var open = orders.Count(o => o.GetProperty("made").GetInt64() < o.GetProperty("planned").GetInt64());
        Assert.Contains($"{open} of them {(open == 1 ? "is" : "are")} open.", answer.Text, StringComparison.Ordinal);
        Assert.Equal(answer.Data.Value.GetProperty("made").GetInt64(), orders.Sum(order => order.GetProperty("made").GetInt64()));
        Assert.Equal(
            answer.Data.Value.GetProperty("planned").GetInt64(),
            answer.Data.Value.GetProperty("products").EnumerateArray().Sum(product => product.GetProperty("planned").GetInt64()));
        CardSamples.Save("plan", answer.Card);
    }

    [Fact]
    public async Task Answer_AProduct_HasOnlyItsOrders()
    {
        var answer = await loaded.Plant.Plan.AnswerAsync(MetricsPlant.Asker(), new() { Product = "housing", Period = "2026-11-01/2026-11-20" }, default);

        Assert.All(answer.Data!.Value.GetProperty("orders").EnumerateArray(), order => Assert.Equal("Pump housing", order.GetProperty("product").GetString()));
    }

    [Fact]
    public async Task Answer_NoProduction_IsNoRows() =>
        Assert.Equal(ResultStatus.NoRows, (await loaded.Plant.Plan.AnswerAsync(MetricsPlant.Asker(), new() { Period = "2020-01-01" }, default)).Status);
}
