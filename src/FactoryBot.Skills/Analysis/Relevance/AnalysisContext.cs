using FactoryBot.Skills.Analysis.Memory;
using FactoryBot.Skills.Analysis.Sources;
using FactoryBot.Skills.Functions;
using FactoryBot.Skills.Tenancy;
using Microsoft.Extensions.Options;

namespace FactoryBot.Skills.Analysis.Relevance;

/// <summary>What a model is told of the asker's sources for one question: the part that the question needs, never all of it.</summary>
internal sealed class AnalysisContext(SourceModels sources, QueryStore store, FindRelevant find, IOptions<AnalysisOptions> options) : IQuestionContext
{
    private const string Head = "Data sources of the analysis functions; of each only what this question may need. Fields are written entity.column.";

    // Half a sentence says too little by itself.
    private const int FewWords = 5;

    public IReadOnlyList<string> Functions { get; } = ["analysis_ask", "analysis_query", "analysis_sql"];

    public async ValueTask<string?> ContextAsync(Asker asker, string question, string? before, CancellationToken cancellationToken)
    {
        if (options.Value.PromptLength == 0)
            return null;
        var open = await sources.ForAsync(asker, cancellationToken);
        if (SourceWords.Take(question, open).Source is { } named && open.FirstOrDefault(s => s.Name.Equals(named, StringComparison.OrdinalIgnoreCase)) is { } only)
            open = [only];
        if (open.Count == 0)
            return null;
        var whole = before is not null && question.Split(' ', StringSplitOptions.RemoveEmptyEntries).Length <= FewWords ? $"{question} {before}" : question;
        var verified = (await store.RulesAsync(asker.TenantId, cancellationToken)).Verified;
        var ranked = await find.OfAsync(asker.TenantId, whole, open, verified, cancellationToken);
        var part = RelevantPart.Of(whole, ranked, open, asker.May(Permissions.AnalysisQuery), options.Value.PromptEntities, options.Value.PromptLength - Head.Length - 1);
        return $"{Head}\n{part}";
    }
}
