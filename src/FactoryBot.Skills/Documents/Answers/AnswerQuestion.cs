using FactoryBot.Skills.Documents.Search;

namespace FactoryBot.Skills.Documents.Answers;

/// <summary>Answers a question out of the documents with their own words.</summary>
internal sealed class AnswerQuestion(SearchDocuments search)
{
    public async Task<DocumentAnswer> RunAsync(string question, string? about, SearchScope where, CancellationToken cancellationToken)
    {
        var found = await search.RunAsync(question, about, where, cancellationToken);
        var contradiction = Contradictions.Find(found);
        return new(question, QuotePieces.Run(found, contradiction), Confidence.Of(found), found) { Contradiction = contradiction, About = about };
    }
}
