using System.Text.RegularExpressions;
using FactoryBot.Skills.Cards;
using FactoryBot.Skills.Documents.Search;
using FactoryBot.Skills.Results;

namespace FactoryBot.Skills.Documents.Answers;

/// <summary>"What do you know about goods receipts?": the documents that speak of it, rather than one answer.</summary>
internal static partial class ShowTopic
{
    private const int Most = 8;

    /// <summary>The topic asked about; null where the sentence asks something else.</summary>
    public static string? Of(string sentence) => Asked().Match(sentence) is { Success: true } match ? match.Groups["topic"].Value.Trim(' ', '?', '.', '!') : null;

    /// <summary>It asks what is known or written of the topic; "what is there of" asks for a list as well.</summary>
    public static bool AsksWhatIsKnown(string sentence) => Known().IsMatch(sentence);

    /// <summary>The documents that speak of the whole topic, the best first.</summary>
    public static List<FoundDocument> Speaking(SearchResult found) =>
        found.Concepts.Sum(c => c.Weight) > 0 ? [.. found.Documents.Where(d => d.Pieces[0].Rank.Coverage > 0.5).Take(Most)] : [];

    /// <param name="about">The documents that speak of it.</param>
    public static SkillResult Result(string topic, List<FoundDocument> about)
    {
        if (about.Count == 0)
            return DocumentsFailures.UnknownTopic(topic);
        var lines = about.Select(d => $"{d.Title} ({d.Name})").ToList();
        var text = $"{(about.Count == Most ? "These documents speak" : about.Count == 1 ? "One document speaks" : $"{about.Count} documents speak")} of {topic} first of all: {string.Join("; ", lines)}.";
        return new()
        {
            Status = ResultStatus.Answered,
            Text = text,
            Card = ListResult.Card(
                $"About {topic}", text, about.Select(d => TextBlock.Of($"{d.Title}: {string.Join(", ", d.Pieces.Take(3).Select(p => p.Text.Path[^1]).Distinct())}"))),
        };
    }

    [GeneratedRegex(@"^\W*(what (do (yo)?u|d(o|') ?ya|have (yo)?u|do we|do the documents) (know|have|got|say)|what is there|what'?s there|which (documents|manuals|pages) (are|speak|do (yo)?u have)|tell me) (there )?(about|on|of) (?<topic>.{2,80})$", RegexOptions.IgnoreCase)]
    private static partial Regex Asked();

    [GeneratedRegex(@"^\W*(what (do (yo)?u|d(o|') ?ya|do we|do the documents) (know|say)|which (documents|manuals|pages) (are|speak)) (about|on|of) ", RegexOptions.IgnoreCase)]
    private static partial Regex Known();
}
