using FactoryBot.Skills.Analysis;
using FactoryBot.Skills.Analysis.Model;
using FactoryBot.Skills.Analysis.Parsing;
using FactoryBot.Skills.Analysis.Query;
using FactoryBot.Skills.Analysis.Sources;

namespace FactoryBot.Skills.Tests.Analysis.Parsing;

/// <summary>Whether all of them are so, over a small rental of machines with the short names that databases have.</summary>
public sealed class AllOfThemTests
{
    private static readonly DateOnly Today = new(2026, 11, 25);
    private static readonly SchemaLexicon Rental = new(DraftModel.Of("rental", Catalog()));

    [Theory]
    [InlineData("are all invoices paid?", "Invoices", "Invoices not paid")]
    [InlineData("is every invoice paid?", "Invoices", "Invoices not paid")]
    [InlineData("have all of our invoices been paid?", "Invoices", "Invoices not paid")]
    [InlineData("are all machines in use?", "Machines", "Machines not in use")]
    public void Read_WhetherAllAreSo_CountsThemAndThoseThatAreNot(string question, string all, string not)
    {
        var query = Reader.Read(question, Rental, Today).Query;
        Assert.NotNull(query);
        Assert.Equal([all, not], query.Measures.Select(m => m.Name));
        Assert.Equal((not, Comparison.Equal, 0m), (query.Verdict!.Left, query.Verdict.Is, query.Verdict.Value));
        Assert.Contains("not coalesce", CompileQuery.Of(query, Rental.Model).Sql, StringComparison.Ordinal);
    }

    [Fact]
    public void Read_WhatBelongsToTheNoun_NarrowsAllOfThem()
    {
        var query = Reader.Read("were all invoices of 2025 paid?", Rental, Today).Query;
        Assert.NotNull(query);
        Assert.Single(query.Where);
        Assert.Contains("inv_dt", query.Where[0].Field, StringComparison.Ordinal);
        Assert.DoesNotContain(query.Measures[1].Where[0].With, w => w.Field == query.Where[0].Field);
    }

    [Theory]
    [InlineData("are all invoices beautiful?")]
    [InlineData("are all invoices?")]
    public void Read_WhatNothingAccountsFor_IsDeclined(string question)
    {
        var reading = Reader.Read(question, Rental, Today);
        Assert.Null(reading.Query);
        Assert.NotNull(reading.Declined);
    }

    [Fact]
    public void WhichNot_OfAnAnsweredQuestion_AsksForThem() =>
        Assert.Equal("which invoices are not paid", AllOfThem.WhichNot("have all of our invoices been paid", Reader.Read("have all of our invoices been paid?", Rental, Today).Query!));

    [Fact]
    public void Read_WhetherAnyIsSo_ListsThem()
    {
        var query = Reader.Read("is any machine out of order?", Rental, Today).Query;
        Assert.NotNull(query);
        Assert.Equal(("machines", Comparison.More), (query.Of, query.Verdict!.Is));
    }

    [Theory]
    [InlineData("discontinued machines", "machines.disc_flag")]
    [InlineData("how many discontinued machines do we have?", "machines.disc_flag")]
    public void Read_WhatAColumnsCommentCallsIt_IsThatColumn(string question, string field) =>
        Assert.Contains(Reader.Read(question, Rental, Today).Query!.Where, w => w.Field == field);

    [Fact]
    public void Read_WhatHangsTogetherOverTwoThings_IsAskedAndEachChoiceIsAnotherWay()
    {
        // Customers and sites hang together over invoices and over visits.
        const string Question = "customers per site";
        var reading = Reader.Read(Question, Rental, Today);

        Assert.Null(reading.Query);
        Assert.Equal(["Over invoices", "Over visits"], reading.Ambiguous!.Choices.Select(c => c.Title).Order());
        foreach (var choice in reading.Ambiguous.Choices)
        {
            var said = Question[..reading.Ambiguous.Start] + choice.Phrase + Question[reading.Ambiguous.End..];
            var sql = CompileQuery.Of(Reader.Read(said, Rental, Today).Query ?? throw new InvalidOperationException(said), Rental.Model).Sql;
            Assert.Contains(choice.Title == "Over invoices" ? "public.inv " : "public.visits ", sql, StringComparison.Ordinal);
        }
    }

    [Fact]
    public void Draft_OfAnAppointment_IsDatedByTheDayItIsFor() =>
        Assert.Equal("scheduled_at", Rental.Model["visits"].DefaultDate);

    private static Catalog Catalog() => new(
    [
        Table("sites", ("site_id", "int4"), ("site_name", "text")),
        Table("customers", ("cust_no", "int4"), ("cust_nm", "text")),
        Table("inv", ("inv_no", "int4"), ("cust_no", "int4"), ("site_id", "int4"), ("inv_dt", "date"), ("net_amt", "numeric"), ("paid", "bool")),
        Table("visits", ("visit_id", "int4"), ("cust_no", "int4"), ("site_id", "int4"), ("booked_at", "timestamp"), ("scheduled_at", "timestamp")),
        Table("machines", ("machine_id", "int4"), ("name", "text"), ("status", "text"), ("disc_flag", "bool")),
    ], []);

    private static CatalogTable Table(string name, params (string Name, string Type)[] columns)
    {
        var table = new CatalogTable { Schema = "public", Name = name, View = false, Rows = 100, Key = [columns[0].Name] };
        table.Columns.AddRange(columns.Select(c => new CatalogColumn
        {
            Name = c.Name, Type = c.Type, NotNull = true, AllValues = c.Type == "text", Values = c.Name == "status" ? ["in use", "out of order", "spare"] : c.Type == "text" ? [] : null,
            Comment = c.Name == "disc_flag" ? "discontinued" : null,
        }));
        return table;
    }
}
