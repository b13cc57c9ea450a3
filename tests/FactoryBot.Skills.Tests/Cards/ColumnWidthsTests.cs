using FactoryBot.Skills.Cards;

namespace FactoryBot.Skills.Tests.Cards;

public sealed class ColumnWidthsTests
{
    [Fact]
    public void Of_WordsThatFit_KeepTheWeights()
    {
        var table = Table.Of(["Machine", "Stops"], [["CNC-001", "12"]]);

        Assert.Equal([2, 1], table.Columns.Select(c => c.Width));
    }

    [Fact]
    public void Of_AWordThatWouldBeBroken_GetsItsRoomFromTheWideOnes()
    {
        var table = Table.Of(["Machine", "Unplanned", "Stops"], [["Packaging-001", "14.5 h", "36"]]);

        // Tenths of a letter, of which a telephone has room for 42.
        Assert.InRange(table.Columns[1].Width, 110, 120);
        Assert.Equal(2.0, (double)table.Columns[0].Width / table.Columns[2].Width, 0.05);
        Assert.Equal(420.0, table.Columns.Sum(c => c.Width), 2.0);
    }

    [Fact]
    public void Of_MoreThanATelephoneHasRoomFor_SharesByNeed()
    {
        var table = Table.Of(
            [TableColumn.Left(1), TableColumn.Left(9), TableColumn.Right(1), TableColumn.Right(1), TableColumn.Right(1)],
            ["Customer", "Manufacturer", "Availability", "Performance", "Difference"], [["Kovo", "a", "90.1 %", "88.0 %", "+1"]]);

        Assert.True(table.Columns[0].Width < table.Columns[2].Width, "the longer word has more");
        Assert.True(table.Columns.All(c => c.Width >= 90));
    }
}
