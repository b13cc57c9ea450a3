using System.Globalization;
using FactoryBot.Skills.Documents.Intake;

namespace FactoryBot.Benchmarks.Documents;

/// <summary>Texts of made-up words, some frequent and most rare as in a language, each piece about a few of them.</summary>
internal sealed class BenchWords
{
    private const int Vocabulary = 20_000;
    private const int Length = 60;
    private static readonly string[] Syllables = ["ba", "ko", "ri", "ten", "mol", "us", "fer", "da", "lin", "gor", "pa", "shi", "ver", "tok", "an", "bel", "cu", "dro", "ex", "fi"];
    private readonly Random random = new(41);

    public Piece Piece(int number)
    {
        var topic = Enumerable.Range(0, 6).Select(_ => Rare()).ToArray();
        var text = string.Join(' ', Enumerable.Range(0, Length).Select(i => i % 3 == 0 ? topic[random.Next(topic.Length)] : Word((int)(Vocabulary * Math.Pow(random.NextDouble(), 4)))));
        return new(number % 200, [string.Create(CultureInfo.InvariantCulture, $"Manual {number / 200}"), $"{topic[0]} {topic[1]}"], text + ".", null);
    }

    /// <summary>Six words of a piece, one of them with a letter wrong.</summary>
    public static string Question(string text, Random random)
    {
        var all = text.TrimEnd('.').Split(' ');
        var chosen = Enumerable.Range(0, 6).Select(_ => all[random.Next(all.Length)]).ToArray();
        chosen[0] = string.Concat(chosen[0].AsSpan(0, chosen[0].Length - 1), "x");
        return $"how do i {string.Join(' ', chosen)}";
    }

    private string Rare() => Word(random.Next(500, Vocabulary));

    private static string Word(int number)
    {
        var word = "";
        for (var left = number + 20; left > 0; left /= Syllables.Length)
            word += Syllables[left % Syllables.Length];
        return word;
    }
}
