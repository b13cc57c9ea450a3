using FactoryBot.Skills.Analysis.Model;
using FactoryBot.Skills.Analysis.Parsing;
using FactoryBot.Skills.Analysis.Query;
using FactoryBot.Skills.Analysis.Sources;

namespace FactoryBot.Skills.Tests.Analysis.Parsing;

/// <summary>Kinds of wrong answers that must not come back: each is read rightly, asked back or named.</summary>
public sealed class ClosedErrorsTests
{
    private static readonly DateOnly Today = new(2026, 11, 26);
    private static readonly SchemaLexicon Yard = new(DraftModel.Of("yard", Catalog()));

    [Theory]
    [InlineData("undelivered loads", "delivered_on is null")]
    [InlineData("loads closed by pickup", null)]
    [InlineData("loads under 30", null)]
    [InlineData("loads with weight above 5 tons", "weight_kg > 5000")]
    [InlineData("loads delivered in March 2026", "delivered_on >= date '2026-03-01'")]
    [InlineData("loads delivered", "status = 'delivered'")]
    [InlineData("loads that are on the road", "status = 'in_transit'")]
    [InlineData("overdue loads", "promised_on < date '2026-11-26'")]
    [InlineData("loads delivered late", "delivered_on > l.promised_on")]
    [InlineData("loads with urgent priority", "priority = 1")]
    [InlineData("buyers who got steel and paper", "exists")]
    [InlineData("loads from Kiel to Oslo", "y.city = 'Kiel'")]
    public void Read_AQuestion_HoldsWhatItSays(string question, string? part)
    {
        var reading = Reader.Read(question, Yard, Today);
        if (part is null)
            Assert.Null(reading.Query);
        else
            Assert.Contains(part, CompileQuery.Of(reading.Query ?? throw new InvalidOperationException($"{reading.Declined} {string.Join(", ", reading.Unknown)} {reading.Ambiguous}"), Yard.Model).Sql, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("loads per yard")]
    [InlineData("how many loads in Kiel")]
    public void Read_WhereTwoKeysLeadToOneThing_AsksWhich(string question)
    {
        var reading = Reader.Read(question, Yard, Today);
        Assert.Null(reading.Query);
        Assert.Equal(2, reading.Ambiguous!.Choices.Count);
    }

    [Fact]
    public void Read_BothOfTwo_AsksForOneOfEach()
    {
        var query = Reader.Read("buyers who got steel and paper", Yard, Today).Query!;
        Assert.Equal(2, query.Where.Count(w => w.Has == "goods"));
    }

    [Fact]
    public void Read_AnAverageOfASum_SharesNoRowsThatBelongToNobody()
    {
        var query = Reader.Read("average number of loads per driver", Yard, Today).Query!;
        Assert.Contains(query.Measures[0].Where, w => w.Is == Comparison.NotEmpty);
    }

    private static Catalog Catalog()
    {
        var yards = Table("yards", ("yard_id", "int4", null), ("name", "text", ["North", "South"]), ("city", "text", ["Kiel", "Oslo"]));
        var buyers = Table("customers", ("customer_id", "int4", null), ("name", "text", ["Acme"]));
        var drivers = Table("drivers", ("driver_id", "int4", null), ("first_name", "text", ["Ana"]), ("last_name", "text", ["Zorn"]));
        var goods = Table("goods", ("good_id", "int4", null), ("name", "text", ["steel", "paper"]));
        var loads = Table("loads", ("load_id", "int4", null), ("customer_id", "int4", null), ("good_id", "int4", null), ("driver_id", "int4", null), ("origin_yard_id", "int4", null), ("destination_yard_id", "int4", null),
            ("status", "text", ["planned", "in_transit", "delivered", "cancelled"]), ("weight_kg", "numeric", null), ("ordered_on", "date", null), ("promised_on", "date", null), ("delivered_on", "date", null));
        loads.Columns.Add(new() { Name = "priority", Type = "int2", NotNull = true, Comment = "1 = urgent, 2 = normal" });
        return new([yards, buyers, drivers, goods, loads],
            [new("public", "loads", ["origin_yard_id"], "public", "yards", ["yard_id"]), new("public", "loads", ["destination_yard_id"], "public", "yards", ["yard_id"])]);
    }

    private static CatalogTable Table(string name, params (string Name, string Type, string[]? Values)[] columns)
    {
        var table = new CatalogTable { Schema = "public", Name = name, View = false, Rows = 100, Key = [columns[0].Name] };
        table.Columns.AddRange(columns.Select(c => new CatalogColumn { Name = c.Name, Type = c.Type, Values = c.Values ?? (c.Type == "text" ? [] : null), AllValues = c.Values is not null }));
        return table;
    }
}
