using FactoryBot.Skills.Documents.Search;

namespace FactoryBot.Skills.Documents.Answers;

/// <summary>Answers a question out of the documents with their own words.</summary>
internal sealed class AnswerQuestion(SearchDocuments search, FindFact facts)
{
    public async Task<DocumentAnswer> RunAsync(string question, string? about, SearchScope where, CancellationToken cancellationToken)
    {
        var found = await search.RunAsync(question, about, where, cancellationToken);
        var missing = await facts.MissingAsync(question, found, cancellationToken);
        var contradiction = Contradictions.Find(found);
        return new(question, QuotePieces.Run(question, found, contradiction), Confidence.Of(found), found) { Missing = missing, Contradiction = contradiction, About = about };
    }
}
