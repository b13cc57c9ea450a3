namespace FactoryBot.Skills.Documents.Intake.Pdf;

/// <summary>Lines under each other that are one paragraph, one heading, one item or one cell.</summary>
internal sealed class PdfSegment(PdfLine first)
{
    public List<PdfLine> Lines { get; } = [first];

    public PdfLine First => Lines[0];

    public PdfLine Last => Lines[^1];

    public int Page => First.Page;

    public int Top { get; private set; } = first.Top;

    public int Bottom { get; private set; } = first.Bottom;

    public int Left { get; private set; } = first.Left;

    public int Right { get; private set; } = first.Right;

    public int Size => First.Size;

    /// <summary>All of it does, from the text.</summary>
    public bool StandsOut { get; private set; } = first.StandsOut;

    public void Add(PdfLine line)
    {
        Lines.Add(line);
        (Top, Bottom) = (Math.Min(Top, line.Top), Math.Max(Bottom, line.Bottom));
        (Left, Right) = (Math.Min(Left, line.Left), Math.Max(Right, line.Right));
        StandsOut &= line.StandsOut;
    }

    /// <summary>Stands to the right of the other, at least partly on the same height.</summary>
    public bool IsBeside(PdfSegment other) =>
        Page == other.Page && Left >= other.Right - (Size / 3) && Top < other.Bottom - (Size / 4) && Bottom > other.Top + (Size / 4);
}

/// <summary>Makes segments of lines.</summary>
/// <param name="heads">Lines that are headings whatever they look like.</param>
internal sealed class MakeSegments(List<PdfLine> lines, HashSet<PdfLine> heads)
{
    private const double Indent = 2.5;
    private readonly Dictionary<int, int> pitches = PitchesOf(lines);

    /// <summary>Where full lines end.</summary>
    public int RightEdge { get; } = lines.Count == 0 ? 0 : lines.Select(l => l.Right).Order().ElementAt(lines.Count * 9 / 10);

    public List<PdfSegment> Run()
    {
        var segments = new List<PdfSegment>();
        foreach (var line in lines)
        {
            if (segments.Count > 0 && Continues(segments[^1], line))
                segments[^1].Add(line);
            else
                segments.Add(new(line));
        }

        return segments;
    }

    /// <summary>From one line of a paragraph to the next, the room between two paragraphs not counted.</summary>
    public int MostPitch(int size) => (int)((pitches.TryGetValue(size, out var pitch) ? pitch : size * 1.4) * 1.12) + 1;

    private bool Continues(PdfSegment open, PdfLine line)
    {
        var last = open.Last;
        var step = line.Top - last.Top;
        if (line.Page != last.Page || (line.Mark && !IsWrapped(open, line)) || heads.Contains(line) || heads.Contains(last) || step <= line.Size / 2 || step > MostPitch(line.Size))
            return false;
        return Math.Abs(line.Size - last.Size) <= 1 && SameFace(open, line) && InColumn(open, line);
    }

    // "See step\n3. Open …", "in the journal\n- for example …": the line above is full and ends no sentence.
    private bool IsWrapped(PdfSegment open, PdfLine line) =>
        !open.Last.EndsSentence && open.Last.Right > RightEdge - (line.Size * 4) && Math.Abs(line.Left - open.Last.Left) <= 2 && (open.Lines.Count > 1 || !open.First.Mark);

    private static bool SameFace(PdfSegment open, PdfLine line) =>
        open.StandsOut == line.StandsOut || (open.StandsOut ? char.IsLower(line.Text[0]) : !open.Last.EndsSentence);

    // An item hangs, a paragraph may be indented at its first line; from then on all begin at one place.
    private static bool InColumn(PdfSegment open, PdfLine line)
    {
        if (open.Lines.Count > 1)
            return Math.Abs(line.Left - open.Last.Left) <= line.Size;
        return open.First.Mark ? line.Left >= open.First.Left - (line.Size / 2) : Math.Abs(line.Left - open.First.Left) <= line.Size * Indent;
    }

    private static Dictionary<int, int> PitchesOf(List<PdfLine> lines) =>
        lines.Zip(lines.Skip(1)).Where(p => p.First.Page == p.Second.Page && p.First.Size == p.Second.Size && Math.Abs(p.First.Left - p.Second.Left) <= 2)
            .Select(p => (p.First.Size, Step: p.Second.Top - p.First.Top)).Where(p => p.Step > p.Size * 0.8 && p.Step < p.Size * 2.5)
            .GroupBy(p => p.Size).ToDictionary(g => g.Key, g => Smallest([.. g.Select(p => p.Step)]));

    // The closest that many have: between paragraphs there is more.
    private static int Smallest(List<int> steps)
    {
        var counts = steps.GroupBy(s => s).Select(g => (Step: g.Key, Count: g.Count())).ToList();
        var most = counts.Max(c => c.Count);
        return counts.Where(c => c.Count * 4 >= most).Min(c => c.Step);
    }
}
