using FactoryBot.Skills.Analysis.Model;
using FactoryBot.Skills.Analysis.Relevance;
using FactoryBot.Skills.Analysis.Sources;

namespace FactoryBot.Skills.Tests.Analysis.Relevance;

public sealed class ElementIndexTests
{
    private static readonly OpenSource Company = new()
    {
        Name = "company", Title = "company", Data = null!, DataVersion = "1", Lexicon = new(DraftModel.Of("company", new([.. Enumerable.Range(0, 300).Select(Thing), Furnaces(), Heats()], [Key()]))),
    };

    [Theory]
    [InlineData("average cooling temperature", "heats", "c:heats.cooling_temperature")]
    [InlineData("average coolng temprature", "heats", "c:heats.cooling_temperature")]
    [InlineData("how many furnaces are there", "furnaces", "e:furnaces")]
    [InlineData("everything of Vulcan", "furnaces", "c:furnaces.name")]
    [InlineData("which degree did it have after tapping", "heats", "c:heats.cooling_temperature")]
    public void Find_InALargeSchema_PutsWhatIsMeantFirst(string question, string entity, string key)
    {
        var found = ElementIndex.Of(Company.Model).Find(question, 20);

        Assert.Equal(entity, found[0].Element.Entity);
        Assert.Contains(found.Take(3), f => f.Element.Key == key);
    }

    [Fact]
    public void Find_SmallWordsAlone_FindsNothing() => Assert.Empty(ElementIndex.Of(Company.Model).Find("what is the of and", 20));

    [Theory]
    [InlineData(600)]
    [InlineData(1_500)]
    [InlineData(6_000)]
    public void Part_OfALargeSchema_IsBoundedAndKeepsWhatMatters(int most)
    {
        const string question = "average cooling temperature per furnace";
        var ranked = ElementIndex.Of(Company.Model).Find(question, 60).Select(f => new RankedElement("company", f.Element, f.Score)).ToList();

        var part = RelevantPart.Of(question, ranked, [Company], sql: false, 8, most);

        Assert.InRange(part.Length, 100, most);
        Assert.Contains("- heats", part, StringComparison.Ordinal);
        Assert.Contains("cooling_temperature number", part, StringComparison.Ordinal);
        Assert.Contains("- key heats.furnace_id -> furnaces.furnace_id", part, StringComparison.Ordinal);
    }

    [Fact]
    public void Part_NothingFound_NamesWhatThereIs()
    {
        var part = RelevantPart.Of("hello", [], [Company], sql: false, 8, 2_000);

        Assert.Contains("- entities: ", part, StringComparison.Ordinal);
        Assert.DoesNotContain("cooling", part, StringComparison.Ordinal);
    }

    [Fact]
    public void Fuse_WhatBothOrdersHold_ComesBeforeTheFirstOfOne() =>
        Assert.Equal("b", FuseRanks.Of(["a", "b", "c"], (IEnumerable<string>)["d", "b"])[0].Item);

    private static CatalogTable Thing(int number) => Table($"thing_{number}", [("thing_" + number + "_id", "int4"), ("name", "text"), ("status", "text"), ("created_on", "date"), ("amount", "numeric"), ($"note_{number}", "text")]);

    private static CatalogTable Furnaces()
    {
        var table = Table("furnaces", [("furnace_id", "int4"), ("hall", "text")]);
        table.Columns.Add(new() { Name = "name", Type = "text", Values = ["Etna", "Vulcan"], AllValues = true });
        return table;
    }

    private static CatalogTable Heats()
    {
        var table = Table("heats", [("heat_id", "int4"), ("furnace_id", "int4"), ("poured_on", "date")]);
        table.Columns.Add(new() { Name = "cooling_temperature", Type = "numeric", Comment = "degrees after tapping" });
        return table;
    }

    private static CatalogKey Key() => new("public", "heats", ["furnace_id"], "public", "furnaces", ["furnace_id"]);

    private static CatalogTable Table(string name, (string Name, string Type)[] columns)
    {
        var table = new CatalogTable { Schema = "public", Name = name, View = false, Rows = 100, Key = [columns[0].Name] };
        table.Columns.AddRange(columns.Select(c => new CatalogColumn { Name = c.Name, Type = c.Type }));
        return table;
    }
}
