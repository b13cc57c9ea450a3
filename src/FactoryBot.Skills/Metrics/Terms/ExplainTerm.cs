using FactoryBot.Skills.Cards;
using FactoryBot.Skills.Language;
using FactoryBot.Skills.Metrics.Conventions;
using FactoryBot.Skills.Results;
using FactoryBot.Skills.Tenancy;
using Microsoft.Extensions.Options;

namespace FactoryBot.Skills.Metrics.Terms;

/// <summary>Says what a term means, its formula, and how this plant counts it.</summary>
internal sealed class ExplainTerm(PlantCache plants, IOptions<MetricsOptions> options)
{
    private static readonly string[] Counted = ["OEE", "availability", "planned time", "TEEP", "loading"];

    public async Task<SkillResult> AnswerAsync(Asker asker, string name, CancellationToken cancellationToken)
    {
        if (Term.Find(name) is not { } term)
            return Unknown(name);
        var convention = Counted.Contains(term.Name)
            ? (await plants.GetAsync(asker.TenantId, cancellationToken)).Convention ?? new OeeConvention(options.Value.OeeForm)
            : null;
        var here = convention is null ? null : $"Here it is counted in the {convention.Words}.";
        var text = string.Join(' ', new[] { $"{term.Capital}: {term.Meaning}", term.Formula is null ? null : Letters.Capital(term.Formula) + ".", here, term.Benchmark }.OfType<string>());
        return new()
        {
            Status = ResultStatus.Answered,
            Text = text,
            Card = Card(term, here, text),
            Choices = term.Ask is { } ask ? [new(Letters.Capital($"{ask} of the plant"), $"{ask} of the whole plant")] : [],
        };
    }

    private static AdaptiveCard Card(Term term, string? here, string text)
    {
        List<CardElement> body = [TextBlock.Heading(term.Capital), TextBlock.Of(term.Meaning)];
        if (term.Formula is { } formula)
            body.Add(TextBlock.Of(Letters.Capital(formula)) with { Weight = TextWeight.Bolder });
        if (here is not null)
            body.Add(TextBlock.Subtle(here));
        if (term.Benchmark is { } benchmark)
            body.Add(TextBlock.Subtle(benchmark));
        return new() { Body = body, FallbackText = text, Lang = "en" };
    }

    private static SkillResult Unknown(string name) => SkillResult.No(
        ResultStatus.NotUnderstood,
        $"I have no explanation of “{name}”. I can explain {string.Join(", ", Term.All.Select(t => t.Name))}.",
        [.. Term.All.Take(3).Select(t => new Choice(t.Capital, $"What does {t.Name} mean?"))]);
}
