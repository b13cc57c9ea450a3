namespace FactoryBot.Skills.Cards;

/// <summary>Widens columns in which a word would be broken on a telephone, at the cost of the others. Pure.</summary>
internal static class ColumnWidths
{
    // A card on a telephone 390 points wide; what is measured is a letter of ordinary width.
    private const double LettersOfCard = 42;
    private const double PaddingOfCell = 1.3;
    private const double Bold = 1.12;

    private const double Capital = 1.12;
    private const double Narrow = 0.5;

    // Longer words are broken wherever they stand.
    private const double LongestWord = 16;

    public static IReadOnlyList<TableColumn> Fit(IReadOnlyList<TableColumn> columns, IReadOnlyList<string> headers, IReadOnlyList<IReadOnlyList<CardText>> rows)
    {
        var needed = columns.Select((_, i) => PaddingOfCell + Math.Max(
            Word(headers[i]) * Bold, rows.Where(row => row.Count > i).Select(row => Word(row[i].Value)).DefaultIfEmpty().Max())).ToArray();
        var free = Enumerable.Repeat(true, columns.Count).ToArray();
        var widths = Shares(columns, free, LettersOfCard);
        if (!Enumerable.Range(0, columns.Count).Any(IsShort))
            return columns;
        // A column that has too little gets what it needs; the rest is shared by the others, of which then another may have too little.
        while (Enumerable.Range(0, columns.Count).FirstOrDefault(IsShort, -1) is >= 0 and var at)
        {
            free[at] = false;
            var left = LettersOfCard - needed.Where((_, i) => !free[i]).Sum();
            if (left <= 0)
                return With(columns, needed);
            var shares = Shares(columns, free, left);
            widths = [.. needed.Select((need, i) => free[i] ? shares[i] : need)];
        }

        return With(columns, widths);

        bool IsShort(int i) => free[i] && widths[i] < needed[i];
    }

    private static double[] Shares(IReadOnlyList<TableColumn> columns, bool[] among, double letters)
    {
        var all = columns.Where((_, i) => among[i]).Sum(column => column.Width);
        return [.. columns.Select(column => letters * column.Width / Math.Max(1, all))];
    }

    private static IReadOnlyList<TableColumn> With(IReadOnlyList<TableColumn> columns, double[] widths) =>
        [.. columns.Zip(widths, (column, width) => column with { Width = (int)Math.Round(width * 10) })];

    /// <summary>The widest piece of a text that should stay in one line: a word, with the number or the mark before it.</summary>
    private static double Word(string text)
    {
        var (widest, piece) = (0.0, "");
        foreach (var word in text.Split(' '))
        {
            piece = piece.Length > 0 && StaysWith(piece, word) ? $"{piece} {word}" : word;
            widest = Math.Max(widest, piece.Sum(Letter));
        }

        return Math.Min(LongestWord, widest);
    }

    // "1. Press", "78.7 %", "25 Nov".
    private static bool StaysWith(string before, string word) => before.Length <= 2 || (char.IsDigit(before[^1]) && word.Length <= 3);

    private static double Letter(char letter) => letter is ' ' or '.' or ',' or ':' or '-' ? Narrow : char.IsUpper(letter) || char.IsDigit(letter) ? Capital : 1;
}
