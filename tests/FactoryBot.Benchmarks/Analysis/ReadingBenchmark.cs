using BenchmarkDotNet.Attributes;
using FactoryBot.Skills.Analysis.Model;
using FactoryBot.Skills.Analysis.Parsing;
using FactoryBot.Skills.Analysis.Query;
using FactoryBot.Skills.Analysis.Sources;

namespace FactoryBot.Benchmarks.Analysis;

/// <summary>A question read and compiled, over a shop of a dozen tables and over a company's 300 tables with 4,000 columns.</summary>
[MemoryDiagnoser]
public class ReadingBenchmark
{
    private static readonly DateOnly Today = new(2026, 11, 26);
    private static readonly string[] Questions =
    [
        "how many orders 3 are there in 2026?", "top 5 things 7 by amount", "average amount of things 12 per owner in March 2026", "things 4 without lines", "share of cancelled things 9",
    ];

    private SchemaLexicon lexicon = null!;
    private int next;

    [Params(12, 300)]
    public int Tables { get; set; }

    [GlobalSetup]
    public void Draft()
    {
        var catalog = new Catalog([], []) { Tables = [.. Enumerable.Range(0, Tables).Select(TableOf)] };
        lexicon = new(DraftModel.Of("company", catalog));
    }

    [Benchmark]
    public object? ReadAndCompile()
    {
        var reading = Reader.Read(Questions[next++ % Questions.Length], lexicon, Today);
        return reading.Query is { } query ? CompileQuery.Of(query, lexicon.Model) : reading;
    }

    internal static CatalogTable TableOf(int number)
    {
        var name = (number % 3) switch { 0 => $"thing_{number}", 1 => $"owner_{number}", _ => $"line_{number}" };
        var table = new CatalogTable { Schema = "public", Name = name, View = false, Rows = 1000, Key = [name + "_id"] };
        table.Columns.AddRange(
        [
            Column(name + "_id", "int4"), Column($"owner_{(number / 3 * 3) + 1}_id", "int4"), Column("name", "text", ["Alpha", "Beta", $"Name {number}"]), Column("status", "text", ["open", "closed", "cancelled"]),
            Column("created_on", "date"), Column("due_on", "date"), Column("closed_on", "date"), Column("amount", "numeric"), Column("quantity", "int4"), Column("unit_price", "numeric"), Column("city", "text", ["Berlin", "Paris"]),
            Column("is_active", "bool"), Column($"note_{number}", "text", []),
        ]);
        return table;
    }

    private static CatalogColumn Column(string name, string type, IReadOnlyList<string>? values = null) => new() { Name = name, Type = type, Values = values, AllValues = values is not null };
}
