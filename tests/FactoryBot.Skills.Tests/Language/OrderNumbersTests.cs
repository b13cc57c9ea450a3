using FactoryBot.Skills.Functions;
using FactoryBot.Skills.Language;

namespace FactoryBot.Skills.Tests.Language;

public class OrderNumbersTests
{
    private static readonly EntityIndex Names = EntityIndex.Of([new(SlotKind.WorkOrder, "WO-"), new(SlotKind.Machine, "CNC-001"), new(SlotKind.Shift, "Night")]);

    [Theory]
    [InlineData("how far is WO-1004", "WO-1004")]
    [InlineData("wo 1004 status", "WO-1004")]
    [InlineData("WO1004?", "WO-1004")]
    [InlineData("work order WO-1004", "WO-1004")]
    [InlineData("work order no 1004", "WO-1004")]
    [InlineData("order 1000 pieces", "")]
    [InlineData("where is the order", "")]
    [InlineData("the work orders", "")]
    [InlineData("downtime this shift", "this shift")]
    [InlineData("output of the current shift", "this shift")]
    [InlineData("what did the previous shift make", "last shift")]
    [InlineData("this shift vs the last one", "this shift, last shift")]
    [InlineData("the last one", "")]
    [InlineData("which shift", "")]
    public void Find_WorkOrdersAndShiftsOfTheClock_AreNamed(string sentence, string names) =>
        Assert.Equal(names, string.Join(", ", EntityMatcher.Find(Sentence.Of(sentence), Names).Select(n => n.Entity?.Name)));

    [Theory]
    [InlineData("WO-1004", "1005", "WO-1005")]
    [InlineData("WO-1004", "10", null)]
    [InlineData("Rush", "1005", null)]
    public void Sibling_ANumber_IsOfTheSameSeries(string order, string number, string? sibling) => Assert.Equal(sibling, OrderNumbers.Sibling(order, number));

    [Theory]
    [InlineData("above 10", "above 20 min", "above 10 min")]
    [InlineData("above 10 pieces", "above 20 min", "above 10 pieces")]
    [InlineData("above average", "above 20 min", "above average")]
    [InlineData("above 10", null, "above 10")]
    public void InUnitOf_ABoundWithoutUnit_TakesTheOneBefore(string bound, string? before, string expected) => Assert.Equal(expected, LimitReader.InUnitOf(bound, before));
}
