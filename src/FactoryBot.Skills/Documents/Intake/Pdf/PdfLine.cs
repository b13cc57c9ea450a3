namespace FactoryBot.Skills.Documents.Intake.Pdf;

/// <summary>Strings beside each other that belong together: a line of a paragraph, or of a cell of a table.</summary>
/// <param name="Face">What all of it has.</param>
/// <param name="Mark">It begins with the mark of a list's item, or with what looks like one.</param>
internal sealed record PdfLine(int Page, int Top, int Bottom, int Left, int Right, int Size, PdfFace Face, bool Mark, string Text)
{
    public (int Size, PdfFace Face) Style => (Size, Face);

    public bool StandsOut => Face != PdfFace.Text;

    public bool EndsSentence => Text.Length > 0 && Text[^1] is '.' or '!' or '?' or ':' or ';';

    /// <summary>No heading ends like this.</summary>
    public bool EndsText => Text[^1] is '.' or '!' or ':' or ';' or ',';
}

/// <summary>Makes lines of strings.</summary>
internal static class JoinRuns
{
    // Of the letters' size: a gap that parts words, and one that parts cells.
    private const double WordGap = 0.15;
    private const double CellGap = 1.1;
    private const double MarkGap = 4;

    public static List<PdfLine> Run(List<PdfRun> runs)
    {
        var lines = new List<PdfLine>();
        for (var i = 0; i < runs.Count;)
        {
            var end = i + 1;
            var text = runs[i].Text;
            while (end < runs.Count && Follows(runs[end - 1], runs[end], text))
            {
                text = Joined(text, runs[end - 1], runs[end]);
                end++;
            }

            if (LineOf(runs, i, end, text) is { } line)
                lines.Add(line);
            i = end;
        }

        return lines;
    }

    private static PdfLine? LineOf(List<PdfRun> runs, int from, int to, string text)
    {
        var trimmed = Single(text);
        if (trimmed.Length == 0)
            return null;
        var (top, bottom, left, right, size, face) = (int.MaxValue, 0, int.MaxValue, 0, 0, PdfFace.Bold);
        for (var i = from; i < to; i++)
        {
            var run = runs[i];
            if (run.Text.Trim().Length == 0)
                continue;
            (top, bottom) = (Math.Min(top, run.Top), Math.Max(bottom, run.Bottom));
            (left, right) = (Math.Min(left, run.Left), Math.Max(right, run.Right));
            size = Math.Max(size, run.Size);
            face = (PdfFace)Math.Min((int)face, (int)run.Face);
        }

        return new(runs[from].Page, top, bottom, left, right, size, face, ListMarks.Begins(trimmed), trimmed);
    }

    private static bool Follows(PdfRun run, PdfRun next, string text)
    {
        var sameHeight = Math.Min(run.Bottom, next.Bottom) - Math.Max(run.Top, next.Top) > Math.Min(run.Height, next.Height) / 2;
        if (run.Page != next.Page || !sameHeight)
            return false;
        var gap = next.Left - run.Right;
        var size = Math.Max(run.Size, next.Size);
        return gap > -run.Size / 2 && (gap < CellGap * size || (gap < MarkGap * size && ListMarks.Is(text.Trim())));
    }

    private static string Joined(string text, PdfRun run, PdfRun next) =>
        next.Left - run.Right > WordGap * run.Size && !text.EndsWith(' ') && !next.Text.StartsWith(' ') ? $"{text} {next.Text}" : text + next.Text;

    private static string Single(string text) => string.Join(' ', text.Split(' ', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries));
}
