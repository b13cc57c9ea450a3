namespace FactoryBot.Skills.Documents.Search;

/// <summary>The numbers of the ranking, found on questions of which a third was kept out of sight.</summary>
internal static class Ranking
{
    /// <summary>How much a word counts more when it stands more often.</summary>
    public const double K1 = 2;

    /// <summary>How much longer pieces are held against their words.</summary>
    public const double B = 0.75;

    /// <summary>A word of a heading and of the title against one of the text.</summary>
    public const double Head = 0.5;
    public const double Title = 2;

    /// <summary>Another word for the same thing against the asker's own.</summary>
    public const double Synonym = 0.9;

    /// <summary>Of further ways to say the same in one piece.</summary>
    public const double Further = 0.1;

    /// <summary>How much a piece loses that speaks of none of the question's concepts.</summary>
    public const double Coverage = 0.3;

    /// <summary>A document's second piece.</summary>
    public const double Second = 0.1;

    /// <summary>Concepts that stand beside each other.</summary>
    public const double Nearness = 0.1;

    /// <summary>A heading that speaks of nothing but what was asked.</summary>
    public const double Heading = 0.1;

    /// <summary>The nearest vector, against the best score by words.</summary>
    public const double Vector = 0.1;

    /// <summary>A piece whose words go together with the question's, against the best score.</summary>
    public const double Alike = 0.12;

    /// <summary>The piece that is nearest in meaning, against the best score; those that are no nearer than most gain nothing.</summary>
    public const double Meaning = 0.5;

    /// <summary>How much more meaning says where even the best piece has few of the question's words: 1 would measure it by all that the words could have scored.</summary>
    public const double Scant = 0.5;

    public static double Rarity(double all, double having) => Math.Log(1 + (all - having + 0.5) / (having + 0.5));

    public static double Saturated(double often, double length, double average) =>
        often <= 0 ? 0 : often * (K1 + 1) / (often + K1 * (1 - B + B * length / average));
}
