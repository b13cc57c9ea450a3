using FactoryBot.Skills.Analysis.Model;
using FactoryBot.Skills.Analysis.Parsing;
using FactoryBot.Skills.Analysis.Query;
using FactoryBot.Skills.Analysis.Sources;

namespace FactoryBot.Skills.Tests.Analysis.Parsing;

/// <summary>Questions of yes or no, and figures in two steps, over a small boatyard.</summary>
public sealed class YesNoTests
{
    private static readonly DateOnly Today = new(2026, 11, 25);
    private static readonly SchemaLexicon Yard = new(DraftModel.Of("yard", Catalog()));

    [Theory]
    [InlineData("do we have any boats without jobs?")]
    [InlineData("are there boats without jobs?")]
    [InlineData("do all boats have a job?")]
    public void Read_WhetherThereAre_ListsThemWithAVerdict(string question)
    {
        var query = Read(question).Query;
        Assert.NotNull(query);
        Assert.Equal("boats", query.Of);
        Assert.NotNull(query.Verdict);
        Assert.Contains(query.Where, w => w is { Has: "jobs", Not: true });
    }

    [Theory]
    [InlineData("do we have more than 20 boats?", Comparison.More, 20)]
    [InlineData("are there at least 1,000 boats?", Comparison.AtLeast, 1000)]
    [InlineData("is the average price below 2k?", Comparison.Less, 2000)]
    public void Read_WhetherAFigureIsAboveANumber_SetsBothBesideEachOther(string question, Comparison comparison, int value)
    {
        var query = Read(question).Query;
        Assert.NotNull(query);
        Assert.Equal((comparison, value), (query.Verdict!.Is, query.Verdict.Value));
        Assert.Contains("\"Yes or no\"", CompileQuery.Of(query, Yard.Model).Sql, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("did we have more jobs in October than in September?")]
    [InlineData("was the number of jobs in October higher than in September?")]
    [InlineData("is the total amount this month lower than last month?")]
    public void Read_WhetherOneTimeWasMoreThanAnother_TellsBothAndTheDifference(string question)
    {
        var query = Read(question).Query;
        Assert.NotNull(query);
        Assert.Equal(2, query.Measures.Count);
        Assert.All(query.Measures, m => Assert.NotEmpty(m.Where));
        Assert.Equal(query.Measures[1].Name, query.Verdict!.Right);
        Assert.NotEmpty(CompileQuery.Of(query, Yard.Model).Sql);
    }

    [Theory]
    [InlineData("are all jobs finished?")]
    [InlineData("jobs with a price higher than last month")]
    public void Read_WhatNoFigureSays_IsNotAnswered(string question) => Assert.Null(Read(question).Query);

    [Theory]
    [InlineData("average number of jobs per month", TimePart.Month)]
    [InlineData("average jobs per day", TimePart.Day)]
    [InlineData("average daily jobs", TimePart.Day)]
    public void Read_AnAverageOverTimes_IsTakenInTwoSteps(string question, TimePart part)
    {
        var query = Read(question).Query;
        Assert.NotNull(query);
        Assert.Equal((Aggregate.Average, part), (query.Fold, query.By[^1].Part));
        Assert.Contains("avg(\"Jobs\")", CompileQuery.Of(query, Yard.Model).Sql, StringComparison.Ordinal);
    }

    [Fact]
    public void Read_PaymentsPerMonth_AsksWhetherNumberOrMoney() => Assert.Equal(2, Read("payments per month").Ambiguous?.Choices.Count);

    [Theory]
    [InlineData("species", "species")]
    [InlineData("series", "series")]
    [InlineData("cities", "city")]
    public void Singular_OfWhatIsOneAsItIsMany_IsTheSame(string plural, string one) => Assert.Equal(one, SchemaNames.Singular(plural));

    private static Reading Read(string question) => Reader.Read(question, Yard, Today);

    private static Catalog Catalog() => new(
    [
        Table("boats", ("boat_id", "int4"), ("name", "text")),
        Table("jobs", ("job_id", "int4"), ("boat_id", "int4"), ("job_date", "date"), ("price", "numeric")),
        Table("payments", ("payment_id", "int4"), ("job_id", "int4"), ("payment_date", "date"), ("amount", "numeric")),
    ], []);

    private static CatalogTable Table(string name, params (string Name, string Type)[] columns)
    {
        var table = new CatalogTable { Schema = "public", Name = name, View = false, Rows = 100, Key = [columns[0].Name] };
        table.Columns.AddRange(columns.Select(c => new CatalogColumn { Name = c.Name, Type = c.Type, NotNull = true, Values = c.Type == "text" ? [] : null }));
        return table;
    }
}
