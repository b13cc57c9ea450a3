using System.Text.RegularExpressions;
using FactoryBot.Skills.Database;
using FactoryBot.Skills.Documents.Answers;
using FactoryBot.Skills.Documents.Embedding;
using FactoryBot.Skills.Documents.Intake;
using FactoryBot.Skills.Documents.Search;
using FactoryBot.Skills.Tenancy;
using Microsoft.Extensions.Options;

namespace FactoryBot.Skills.Documents.Evaluation;

/// <summary>Asks a set of questions and scores the answers.</summary>
internal sealed partial class EvaluateDocuments(
    FactoryDatabase database, AddDocuments add, EmbedAgain embed, AnswerQuestion answer, IOptions<DocumentsOptions> options, TimeProvider clock)
{
    /// <summary>Takes the files into a set that nobody below an owner is answered from, for as long as the evaluation lasts.</summary>
    /// <returns>The set's name.</returns>
    public async Task<string> LoadAsync(Guid tenantId, IEnumerable<string> files, IProgress<IntakeResult> progress, CancellationToken cancellationToken)
    {
        var set = $"evaluation {Guid.NewGuid():N}";
        await using (var scope = await database.OpenAsync(tenantId, cancellationToken))
        {
            await EvaluationStore.HideAsync(scope, await DocumentStore.SetAsync(scope, set, cancellationToken), (int)Role.Owner, cancellationToken);
            await scope.CommitAsync(cancellationToken);
        }

        foreach (var file in files)
        {
            var content = await File.ReadAllBytesAsync(file, cancellationToken);
            foreach (var result in await add.RunAsync(new() { TenantId = tenantId, Set = set }, Path.GetFileName(file), content, null, cancellationToken))
                progress.Report(result);
        }

        // What the background would have done after a minute.
        await embed.RunAsync(tenantId, cancellationToken);
        return set;
    }

    public async Task RemoveAsync(Guid tenantId, string set, CancellationToken cancellationToken)
    {
        await using var scope = await database.OpenAsync(tenantId, cancellationToken);
        await EvaluationStore.RemoveAsync(scope, set, cancellationToken);
        await scope.CommitAsync(cancellationToken);
    }

    /// <param name="set">Null: all documents of the tenant.</param>
    public async Task<IReadOnlyList<EvaluatedQuestion>> RunAsync(
        Guid tenantId, string? set, IReadOnlyList<EvaluationQuestion> questions, CancellationToken cancellationToken)
    {
        var evaluated = new List<EvaluatedQuestion>();
        foreach (var question in questions)
        {
            var started = clock.GetTimestamp();
            var given = await answer.RunAsync(question.Question, null, new() { TenantId = tenantId, Role = (int)Role.Owner, Set = set }, cancellationToken);
            evaluated.Add(Judge(question, given, clock.GetElapsedTime(started)));
        }

        return evaluated;
    }

    private EvaluatedQuestion Judge(EvaluationQuestion question, DocumentAnswer given, TimeSpan took)
    {
        var place = given.Search.Documents.ToList().FindIndex(d => Stem(d.Name) == question.GoldFile) + 1;
        var text = Plain(string.Join('\n', given.Quotes.Select(q => q.Heading + "\n" + q.Text)));
        var atOnce = Plain(string.Join('\n', given.Quotes.Select(q => q.Heading + "\n" + q.Lead)));
        var cited = given.Quotes.Select(q => Stem(q.Piece.Text.Name)).ToList();
        return new(
            question, place == 0 ? null : place, !given.Answers(options.Value), given.IsShown(options.Value),
            Has(text, question), Has(atOnce, question), atOnce.Length,
            cited.Contains(question.GoldFile ?? "") || question.AlsoOkFiles.Any(cited.Contains),
            given.Confidence, Confidence.Features(given.Search), given.Missing?.Name, given.Search.Documents.Take(3).Select(d => Stem(d.Name)).ToList(), took);
    }

    private static bool Has(string text, EvaluationQuestion question) =>
        question.MustContain.Count > 0 && question.MustContain.All(g => g.Any(p => text.Contains(Plain(p), StringComparison.OrdinalIgnoreCase)));

    private static string Stem(string name) => Path.GetFileNameWithoutExtension(name);

    private static string Plain(string text) => Space().Replace(text.Replace("**", "", StringComparison.Ordinal), " ").Trim();

    [GeneratedRegex(@"\s+")]
    private static partial Regex Space();
}

/// <param name="Place">Of the right document, from 1; null where it was not found.</param>
/// <param name="Refused">The gap was said.</param>
/// <param name="Shown">Passages were shown, as the answer or beside the gap as what comes nearest.</param>
/// <param name="Phrases">The quotes hold the key phrases.</param>
/// <param name="AtOnce">What is shown before "More" is pressed holds them.</param>
/// <param name="Characters">Of what is shown at once.</param>
/// <param name="Cites">The right document, or one that says the same, is among the sources.</param>
internal sealed record EvaluatedQuestion(
    EvaluationQuestion Question, int? Place, bool Refused, bool Shown, bool Phrases, bool AtOnce, int Characters, bool Cites, double Confidence, ConfidenceFeatures Features, string? Missing,
    IReadOnlyList<string> Top, TimeSpan Took);
