using BenchmarkDotNet.Attributes;
using FactoryBot.Skills.Analysis.Model;
using FactoryBot.Skills.Analysis.Relevance;
using FactoryBot.Skills.Analysis.Sources;

namespace FactoryBot.Benchmarks.Analysis;

/// <summary>The part of a company's 300 tables with 4,000 columns that a question needs, found by words and written for a prompt.</summary>
[MemoryDiagnoser]
public class RelevanceBenchmark
{
    private static readonly string[] Questions = ["average amount of things 12 per owner in March", "cancelled things of Berlin", "overdue quantty of lines 7", "what is the unit price usually"];

    private OpenSource source = null!;
    private int next;

    [GlobalSetup]
    public void Draft()
    {
        var model = DraftModel.Of("company", new([.. Enumerable.Range(0, 300).Select(ReadingBenchmark.TableOf)], []));
        source = new() { Name = "company", Title = "company", Data = null!, Lexicon = new(model), DataVersion = "1" };
        ElementIndex.Of(model);
    }

    [Benchmark]
    public string FindAndWrite()
    {
        var question = Questions[next++ % Questions.Length];
        var found = ElementIndex.Of(source.Model).Find(question, 60).Select(f => new RankedElement(source.Name, f.Element, f.Score)).ToList();
        return RelevantPart.Of(question, found, [source], sql: true, 8, 6_000);
    }

    [Benchmark]
    public object Index() => new ElementIndex(ModelElements.Of(source.Model));
}
