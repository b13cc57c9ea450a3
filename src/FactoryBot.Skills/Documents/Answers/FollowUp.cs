using FactoryBot.Skills.Documents.Terms;

namespace FactoryBot.Skills.Documents.Answers;

/// <summary>Whether a sentence goes on from the question before: "and how do I cancel it?"</summary>
internal static class FollowUp
{
    private static readonly string[] Pronouns = ["it", "its", "that", "those", "these", "them", "they", "this", "one", "then", "there", "same"];
    private static readonly string[] Starts = ["and", "also", "but", "or", "so", "then", "plus"];

    // "ok and how …": said before a question, it says nothing.
    private static readonly string[] Before = ["ok", "okay", "thanks", "thx", "great", "good", "fine", "alright", "hmm", "cool", "well"];

    public static bool Is(string sentence)
    {
        var words = TermReader.All(sentence).Select(t => t.Word).SkipWhile(Before.Contains).ToList();
        var content = words.Count(w => !StopWords.Has(w));
        return words.Count > 0 && content <= 6 && (Starts.Contains(words[0]) || words is ["what" or "how", "about" or "if" or "when", ..] || (content <= 3 && words.Exists(Pronouns.Contains)));
    }
}
