using FactoryBot.Skills.Analysis.Model;
using FactoryBot.Skills.Analysis.Parsing;
using FactoryBot.Skills.Analysis.Query;
using FactoryBot.Skills.Analysis.Sources;

namespace FactoryBot.Skills.Tests.Analysis.Model;

/// <summary>From the draft that is printed, over an edit of it, to an answer that the draft alone could not give.</summary>
public sealed class ModelFileTests
{
    private static readonly DateOnly Today = new(2026, 11, 26);

    [Fact]
    public void Over_ThePrintedDraft_ChangesNothing()
    {
        var draft = DraftModel.Of("shop", Catalog());

        var model = ModelFile.Over(draft, ModelText.Of(draft));

        Assert.Equal(draft.Entities.Select(e => e.Name), model.Entities.Select(e => e.Name));
        Assert.Equal(Sql("orders per customer", draft), Sql("orders per customer", model));
    }

    [Fact]
    public void Over_AnEditOfTheDraft_AnswersInTheWordsOfTheHouse()
    {
        var draft = DraftModel.Of("shop", Catalog());
        const string question = "backlog value per punter";
        Assert.Null(Reader.Read(question, new(draft), Today).Query);

        var edited = ModelText.Of(draft).Replace("    words: [customer,", "    words: [punter, customer,", StringComparison.Ordinal)
            .Replace("measures:\n", "measures:\n  backlog value: { of: orders, formula: orders.amount, where: [{ field: orders.shipped_on, is: Empty }] }\n", StringComparison.Ordinal);
        var sql = Sql(question, ModelFile.Over(draft, edited));

        Assert.Contains("sum(o.amount)", sql, StringComparison.Ordinal);
        Assert.Contains("shipped_on is null", sql, StringComparison.Ordinal);
    }

    private static string Sql(string question, SemanticModel model)
    {
        var reading = Reader.Read(question, new(model), Today);
        Assert.True(reading.Query is not null, $"{reading.Declined} {string.Join(", ", reading.Unknown)}");
        return CompileQuery.Of(reading.Query!, model).Sql;
    }

    private static Catalog Catalog() => new(
        [Table("customers", ("customer_id", "int4"), ("name", "text")), Table("orders", ("order_id", "int4"), ("customer_id", "int4"), ("ordered_on", "date"), ("shipped_on", "date"), ("amount", "numeric"))], []);

    private static CatalogTable Table(string name, params (string Name, string Type)[] columns)
    {
        var table = new CatalogTable { Schema = "public", Name = name, View = false, Rows = 100, Key = [columns[0].Name] };
        table.Columns.AddRange(columns.Select(c => new CatalogColumn { Name = c.Name, Type = c.Type, Values = c.Type == "text" ? [] : null }));
        return table;
    }
}
