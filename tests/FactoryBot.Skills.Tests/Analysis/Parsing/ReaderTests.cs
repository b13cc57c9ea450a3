using FactoryBot.Skills.Analysis.Model;
using FactoryBot.Skills.Analysis.Parsing;
using FactoryBot.Skills.Analysis.Query;
using FactoryBot.Skills.Analysis.Sources;

namespace FactoryBot.Skills.Tests.Analysis.Parsing;

public sealed class ReaderTests
{
    private static readonly DateOnly Today = new(2026, 11, 25);
    private static readonly SchemaLexicon Garage = new(DraftModel.Of("garage", Catalog()));

    [Theory]
    [InlineData("How many repairs did we do last month?")]
    [InlineData("repairs per mechanic")]
    [InlineData("cars without repairs")]
    [InlineData("average cost per car")]
    [InlineData("which mechanic did the most repairs in 2025?")]
    [InlineData("top 3 cars by cost")]
    public void Read_WhatTheModelKnows_IsAQuery(string question)
    {
        var reading = Reader.Read(question, Garage, Today);
        Assert.True(reading.Query is not null, $"{reading.Declined} {string.Join(", ", reading.Unknown)}");
        Assert.NotEmpty(CompileQuery.Of(reading.Query!, Garage.Model).Sql);
    }

    [Theory]
    [InlineData("How many unhappy cars are there?", "unhappy")]
    [InlineData("repairs per planet", "planet")]
    [InlineData("cars that were insured in 2025", "insured")]
    [InlineData("number of repairs per mechanic in euros", "euros")]
    public void Read_AWordThatNothingAccountsFor_IsNamed(string question, string word)
    {
        var reading = Reader.Read(question, Garage, Today);
        Assert.Null(reading.Query);
        Assert.Contains(word, reading.Unknown);
    }

    [Theory]
    [InlineData("delete all cars")]
    [InlineData("please set the cost of repair 5 to 0")]
    [InlineData("could you drop the table cars")]
    [InlineData("list the cars; drop table cars")]
    [InlineData("add a mechanic called Bob")]
    [InlineData("update cars set plate = 'x'")]
    [InlineData("run pg_read_file('/etc/passwd')")]
    public void Read_AnOrderToChangeSomething_IsDeclined(string question)
    {
        var reading = Reader.Read(question, Garage, Today);
        Assert.True(reading.Writes);
        Assert.NotNull(reading.Declined);
    }

    [Fact]
    public void Read_HowManyAtTheEnd_Counts()
    {
        var reading = Reader.Read("cars without repairs, how many?", Garage, Today);
        Assert.Single(reading.Query!.Measures);
        Assert.Null(reading.Query.Of);
    }

    [Fact]
    public void Read_AFigureOfTimeAhead_IsDeclined()
    {
        var reading = Reader.Read("What will the cost of repairs be next year?", Garage, Today);
        Assert.Null(reading.Query);
        Assert.Contains("lies ahead", reading.Declined, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("cars without repairs or repairs above 500")]
    [InlineData("cars without mechanics or without repairs")]
    public void Read_AnOrBetweenDifferentConditions_IsNotReadAsAnd(string question) => Assert.Null(Reader.Read(question, Garage, Today).Query);

    [Fact]
    public void Compile_ASumBehindAOneToManyKey_CountsEachRowOnce()
    {
        // A repair has many parts; its cost must not be summed once for each of them.
        var query = new AnalysisQuery { Measures = [new("Cost", Aggregate.Sum, "repairs.cost")], By = [new() { Field = "repair_parts.part" }] };
        Assert.Contains("select distinct", CompileQuery.Of(query, Garage.Model).Sql, StringComparison.Ordinal);
    }

    [Fact]
    public void Compile_AConditionBehindAOneToManyKey_IsAnExists()
    {
        var query = new AnalysisQuery { Measures = [new("Cost", Aggregate.Sum, "repairs.cost")], Where = [Condition.Compare("repair_parts.part", Comparison.Equal, "wheel")] };
        Assert.Contains("exists (select 1 from public.repair_parts", CompileQuery.Of(query, Garage.Model).Sql, StringComparison.Ordinal);
    }

    [Fact]
    public void Compile_TwoMeasuresOfDifferentRows_AreSummedApart()
    {
        var query = new AnalysisQuery
        {
            Measures = [new("Cost", Aggregate.Sum, "repairs.cost"), new("Parts", Aggregate.Count, "*") { Entity = "repair_parts" }], By = [new() { Entity = "cars" }],
        };
        Assert.Contains("union all", CompileQuery.Of(query, Garage.Model).Sql, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("repairs.cost; drop table x")]
    [InlineData("pg_sleep(1)")]
    [InlineData("repairs.cost || 'x'")]
    [InlineData("(select 1)")]
    public void Compile_AFormulaWithAnythingElse_IsRefused(string formula) =>
        Assert.Throws<QueryException>(() => CompileQuery.Of(new() { Measures = [new("x", Aggregate.Sum, formula)] }, Garage.Model));

    private static Catalog Catalog()
    {
        var cars = Table("cars", ("car_id", "int4"), ("plate", "text"), ("name", "text"));
        var mechanics = Table("mechanics", ("mechanic_id", "int4"), ("name", "text"));
        var repairs = Table("repairs", ("repair_id", "int4"), ("car_id", "int4"), ("mechanic_id", "int4"), ("repair_date", "date"), ("cost", "numeric"));
        var parts = Table("repair_parts", ("repair_part_id", "int4"), ("repair_id", "int4"), ("part", "text"));
        return new([cars, mechanics, repairs, parts], []);
    }

    private static CatalogTable Table(string name, params (string Name, string Type)[] columns)
    {
        var table = new CatalogTable { Schema = "public", Name = name, View = false, Rows = 100, Key = [columns[0].Name] };
        table.Columns.AddRange(columns.Select(c => new CatalogColumn { Name = c.Name, Type = c.Type, NotNull = true, Values = c.Type == "text" ? [] : null }));
        return table;
    }
}
