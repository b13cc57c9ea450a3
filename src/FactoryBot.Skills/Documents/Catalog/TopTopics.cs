using FactoryBot.Skills.Documents.Terms;

namespace FactoryBot.Skills.Documents.Catalog;

/// <summary>What most questions are about: the word or the two words beside each other that most of them share, then what most of the others
/// share, and so on.</summary>
internal static class TopTopics
{
    // Two words say more than one: "purchase order" rather than "order".
    private const double Pair = 1.5;
    private const int Fewest = 2;

    public static IReadOnlyList<Topic> Of(IEnumerable<TopicQuestion> questions, int most)
    {
        var left = questions.Select(q => (Question: q, Words: Words(q.Text))).ToList();
        var topics = new List<Topic>();
        while (topics.Count < most)
        {
            var best = left.SelectMany(q => q.Words.Keys).GroupBy(w => w, StringComparer.Ordinal).Where(g => g.Count() >= Fewest)
                .OrderByDescending(g => g.Count() * (g.Key.Contains(' ', StringComparison.Ordinal) ? Pair : 1)).ThenByDescending(g => g.Key.Length).ThenBy(g => g.Key, StringComparer.Ordinal)
                .FirstOrDefault()?.Key;
            if (best is null)
                break;
            var about = left.Where(q => q.Words.ContainsKey(best)).ToList();
            var name = about.GroupBy(q => q.Words[best], StringComparer.Ordinal).OrderByDescending(g => g.Count()).ThenBy(g => g.Key, StringComparer.Ordinal).First().Key;
            topics.Add(new(name, about.Count, about.Count(q => q.Question.Answered)));
            left.RemoveAll(q => q.Words.ContainsKey(best));
        }

        return [.. topics.OrderByDescending(t => t.Questions).ThenBy(t => t.Name, StringComparer.Ordinal)];
    }

    /// <summary>Each word and pair by its stems, as it was written.</summary>
    private static Dictionary<string, string> Words(string question)
    {
        var terms = TermReader.Content(question);
        var words = new Dictionary<string, string>(StringComparer.Ordinal);
        for (var i = 0; i < terms.Count; i++)
        {
            words.TryAdd(terms[i].Stem, terms[i].Word);
            // With nothing but a space between them.
            if (i > 0 && terms[i].Start - terms[i - 1].Start - terms[i - 1].Length == 1)
                words.TryAdd($"{terms[i - 1].Stem} {terms[i].Stem}", $"{terms[i - 1].Word} {terms[i].Word}");
        }

        return words;
    }
}

internal sealed record TopicQuestion
{
    public string Text { get; init; } = "";
    public bool Answered { get; init; }
}

/// <param name="Name">A word or two, as most people wrote it.</param>
internal sealed record Topic(string Name, int Questions, int Answered);
