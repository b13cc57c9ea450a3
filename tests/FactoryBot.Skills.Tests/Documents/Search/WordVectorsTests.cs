using FactoryBot.Skills.Documents.Search;

namespace FactoryBot.Skills.Tests.Documents.Search;

public sealed class WordVectorsTests
{
    private static readonly string[] Stock = ["shelf", "crate", "forklift", "pallet", "aisle", "rack", "picker", "dock", "ramp", "tray", "bin", "cart", "label", "hall", "gate", "scale", "tote", "belt"];
    private static readonly string[] Money = ["invoice", "ledger", "payment", "bank", "credit", "debit", "tax", "journal", "account", "budget", "price", "discount", "terms", "cash", "audit", "cost", "fee", "loan"];

    [Fact]
    public void Learn_WordsThatStandTogether_PointTheSameWay()
    {
        var random = new Random(3);
        var words = WordVectors.Learn([.. Enumerable.Range(0, 80).Select(i => Piece([.. (i % 2 == 0 ? Stock : Money).OrderBy(_ => random.Next()).Take(6)]))])!;

        // Neither word stands in the piece.
        Assert.True(Likeness(words, Piece("shelf", "crate"), Piece("gate", "tote")) > 2 * Likeness(words, Piece("shelf", "crate"), Piece("bank", "loan")));
    }

    [Fact]
    public void Learn_FewPieces_IsNothing() => Assert.Null(WordVectors.Learn([Piece("shelf", "crate"), Piece("shelf", "bank")]));

    private static double Likeness(WordVectors words, Dictionary<string, double> one, Dictionary<string, double> other) =>
        WordVectors.Likeness(words.OfPiece(one), words.OfPiece(other));

    private static Dictionary<string, double> Piece(params string[] words) => words.ToDictionary(w => w, _ => 1.0, StringComparer.Ordinal);
}
