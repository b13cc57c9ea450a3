using FactoryBot.Skills.Documents.Terms;

namespace FactoryBot.Skills.Documents.Answers;

/// <summary>Whether a sentence goes on from the question before: "and how do I cancel it?"</summary>
internal static class FollowUp
{
    private static readonly string[] Pronouns = ["it", "its", "that", "those", "these", "them", "they", "this", "one", "then", "there"];
    private static readonly string[] Starts = ["and", "also", "but", "or", "so", "then"];

    public static bool Is(string sentence)
    {
        var words = TermReader.All(sentence).Select(t => t.Word).ToList();
        var content = words.Count(w => !StopWords.Has(w));
        return words.Count > 0 && content <= 6 && (Starts.Contains(words[0]) || (content <= 3 && words.Exists(Pronouns.Contains)));
    }
}
