using System.Text.Json;
using System.Text.RegularExpressions;
using FactoryBot.Skills.Analysis.Model;
using FactoryBot.Skills.Analysis.Query;
using FactoryBot.Skills.Analysis.Sources;

namespace FactoryBot.Skills.Tests.Analysis.Query;

/// <summary>Queries that a model wrote: what is wrong is named, nothing is passed over.</summary>
public sealed class WrittenQueryTests
{
    private static readonly SemanticModel Shop = Model();

    [Theory]
    [InlineData("""{"filter":[]}""", "no field “filter”")]
    [InlineData("""{"wher":[]}""", "nearest: where")]
    [InlineData("""{"measures":[{"name":"A","aggregate":"Total","formula":"*"}]}""", "one of Count, CountDistinct, Sum")]
    [InlineData("""{"measures":[{"aggregate":"Sum","formula":"*"}]}""", "not readable at $.measures")]
    [InlineData("""{"of":"orders","name":"x"}""", "not readable")]
    [InlineData("""{"where":[null]}""", "null")]
    [InlineData("[1]", "one JSON object")]
    [InlineData("{", "no valid JSON")]
    public void Read_WrongShape_IsSaid(string json, string said) =>
        Assert.Contains(said, Assert.Throws<QueryException>(() => WrittenQuery.Read(json)).Message, StringComparison.Ordinal);

    [Fact]
    public void Read_NumbersAmongValuesAndNulls_AreTaken()
    {
        var query = WrittenQuery.Read("""{"of":"orders","show":["orders.total"],"limit":null,"where":[{"field":"orders.total","is":"more","values":[5, "6", true]}]}""");

        Assert.Equal(["5", "6", "true"], query.Where[0].Values);
        Assert.Equal(Comparison.More, query.Where[0].Is);
    }

    [Theory]
    [InlineData("""{"of":"ordrs","show":["orders.total"]}""", "There is no entity “ordrs”; nearest: orders.")]
    [InlineData("""{"of":"orders","show":["orders.totl"]}""", "orders has no column “totl”; nearest: orders.total.")]
    [InlineData("""{"of":"orders","show":["orders.city"]}""", "nearest: customers.city")]
    [InlineData("""{"of":"orders","show":["customers@buyer_id.city"]}""", "No key to customers is called “buyer_id”; nearest: customers@customer_id.")]
    [InlineData("""{"measures":[{"name":"Sum","aggregate":"Sum","formula":"orders.total"}],"having":[{"measure":"Summe","is":"More","value":5}]}""", "No measure is called “Summe”; nearest: Sum.")]
    [InlineData("""{"measures":[{"name":"Sum","aggregate":"Sum","formula":"orders.total"}],"order":[{"field":"revenue"}]}""", "no column “revenue” to order by; nearest: Sum.")]
    [InlineData("""{"of":"orders","show":["orders.total"],"where":[{"has":"customers","with":[{"field":"customers.cty","is":"Equal","values":["Berlin"]}]}]}""", "customers has no column “cty”; nearest: customers.city")]
    public void Problem_WrongName_IsAnsweredWithTheNearest(string json, string said) =>
        Assert.Contains(said, CheckNames.Problem(WrittenQuery.Read(json), Shop), StringComparison.Ordinal);

    [Theory]
    [InlineData("""{"measures":[{"name":"Sum","aggregate":"Sum","formula":"orders.total"}],"by":[{"field":"orders.ordered_on","part":"Month"}],"order":[{"field":"Month"}],"compute":[{"name":"Growth","kind":"GrowthOverTime","left":"Sum"}]}""")]
    [InlineData("""{"of":"customers","show":["customers.name"],"where":[{"has":"orders","not":true}]}""")]
    public void Problem_RightNames_IsNone(string json)
    {
        var query = WrittenQuery.Read(json);

        Assert.Null(CheckNames.Problem(query, Shop));
        Assert.NotEqual("", CompileQuery.Of(query, Shop).Sql);
    }

    [Fact]
    public void Guide_EveryFieldAndEveryChoice_StandsInIt()
    {
        var words = Regex.Matches(QueryGuide.Text, @"\w+").Select(m => m.Value).ToHashSet(StringComparer.Ordinal);
        var fields = new[] { typeof(AnalysisQuery), typeof(MeasureUse), typeof(Dimension), typeof(Condition), typeof(Having), typeof(Computed), typeof(OrderBy) }
            .SelectMany(t => t.GetProperties()).Select(p => JsonNamingPolicy.SnakeCaseLower.ConvertName(p.Name));
        var choices = new[] { typeof(Comparison), typeof(Aggregate), typeof(TimePart), typeof(ComputedKind) }.SelectMany(Enum.GetNames);

        Assert.Empty(fields.Concat(choices).Where(n => !words.Contains(n)).Distinct());
    }

    private static SemanticModel Model()
    {
        var orders = new CatalogTable { Schema = "public", Name = "orders", View = false, Key = ["order_id"] };
        orders.Columns.AddRange([new() { Name = "order_id", Type = "int4" }, new() { Name = "customer_id", Type = "int4" }, new() { Name = "ordered_on", Type = "date" }, new() { Name = "total", Type = "numeric" }]);
        var customers = new CatalogTable { Schema = "public", Name = "customers", View = false, Key = ["customer_id"] };
        customers.Columns.AddRange([new() { Name = "customer_id", Type = "int4" }, new() { Name = "name", Type = "text" }, new() { Name = "city", Type = "text" }]);
        return DraftModel.Of("shop", new([orders, customers], [new("public", "orders", ["customer_id"], "public", "customers", ["customer_id"])]));
    }
}
