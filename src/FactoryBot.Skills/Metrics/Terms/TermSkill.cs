using System.ComponentModel;
using FactoryBot.Skills.Functions;
using FactoryBot.Skills.Results;
using FactoryBot.Skills.Tenancy;

namespace FactoryBot.Skills.Metrics.Terms;

internal sealed class TermSkill(ExplainTerm explain) : ISkill
{
    public string Module => "metrics";

    [SkillFunction("metrics_explain", Permission = Permissions.MetricsView, Title = "What a figure means",
        Subjects = ["mean", "means", "meaning", "meant", "define", "defined", "definition", "explain", "explanation", "calculated", "calculate", "formula", "stand", "worked out", "work out", "the difference between",
            "world class", "benchmark", "benchmarks", "industry average", "industry standard",
            "a good oee", "a decent oee", "a normal oee", "a typical oee", "an acceptable oee", "a healthy oee",
            "a good availability", "a decent availability", "a normal availability", "a typical availability", "an acceptable availability", "a healthy availability",
            "a good performance", "a decent performance", "a normal performance", "a typical performance", "an acceptable performance", "a healthy performance",
            "a good scrap rate", "a decent scrap rate", "a normal scrap rate", "a typical scrap rate", "an acceptable scrap rate", "a healthy scrap rate",
            "a good teep", "a decent teep", "a normal teep", "a typical teep", "an acceptable teep", "a healthy teep",
            "a good mtbf", "a decent mtbf", "a normal mtbf", "a typical mtbf", "an acceptable mtbf", "a healthy mtbf",
            "a good mttr", "a decent mttr", "a normal mttr", "a typical mttr", "an acceptable mttr", "a healthy mttr",
            "a good utilisation", "a decent utilisation", "a normal utilisation", "a typical utilisation", "an acceptable utilisation", "a healthy utilisation",
            "a good yield", "a decent yield", "a normal yield", "a typical yield", "an acceptable yield", "a healthy yield"])]
    [Description("Explains a term of the metrics (OEE, availability, TEEP, MTBF, scrap rate...): what it means, its formula, and how this plant counts it.")]
    [Example("What does OEE mean?")]
    [Example("how is availability calculated")]
    [Example("how do you calculate MTBF")]
    [Example("explain TEEP")]
    [Example("explain to me what quality means")]
    [Example("definition of MTTR")]
    [Example("what is the definition of micro-stop")]
    [Example("what does MTBF stand for")]
    [Example("what do you mean by performance")]
    [Example("what is meant by loading")]
    [Example("the formula for first-pass yield")]
    [Example("what is the formula of scrap rate")]
    [Example("what is the meaning of rolled yield")]
    [Example("what is the difference between OEE and TEEP")]
    [Example("difference between quality and first-pass yield")]
    [Example("what counts as a micro-stop")]
    [Example("define downtime")]
    [Example("how do you work out TEEP")]
    [Example("can you explain MTTR in simple words")]
    [Example("how do we define planned time")]
    public Task<SkillResult> ExplainAsync(
        Asker asker,
        [Slot(SlotKind.Choice, Values = [TermWords.Oee, TermWords.Availability, TermWords.Performance, TermWords.Quality, TermWords.Teep, TermWords.Loading, TermWords.Planned,
            TermWords.Run, TermWords.Cycle, TermWords.Downtime, TermWords.MicroStop, TermWords.Mtbf, TermWords.Mttr, TermWords.ScrapRate, TermWords.Yield, TermWords.Rolled,
            TermWords.Throughput, TermWords.Pareto]), Description("The term.")] string term,
        CancellationToken cancellationToken = default) => explain.AnswerAsync(asker, term, cancellationToken);
}
