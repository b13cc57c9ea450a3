using System.Globalization;
using System.Text;

namespace FactoryBot.Skills.Charts;

/// <summary>Collects the shapes of a picture and knows where its texts stand, so that no two lie on each other.</summary>
internal sealed class Canvas
{
    public const double Small = 12;

    private readonly StringBuilder shapes = new();
    private readonly List<Box> texts = [];

    /// <summary>Fits a card on a phone without becoming too small to read.</summary>
    public static double Width => 480;

    public double Height { get; set; } = 270;

    public void Rect(double x, double y, double width, double height, string style, double corner = 0) =>
        shapes.Append(CultureInfo.InvariantCulture, $"<rect x='{N(x)}' y='{N(y)}' width='{N(Math.Max(0, width))}' height='{N(Math.Max(0, height))}'{(corner > 0 ? $" rx='{N(corner)}'" : "")} class='{style}'/>");

    public void Line(double x1, double y1, double x2, double y2, string style, double width = 1, string? dashes = null) =>
        shapes.Append(CultureInfo.InvariantCulture, $"<line x1='{N(x1)}' y1='{N(y1)}' x2='{N(x2)}' y2='{N(y2)}' class='{style}' stroke-width='{N(width)}'{(dashes is null ? "" : $" stroke-dasharray='{dashes}'")}/>");

    public void Path(string data, string style, double width = 0) =>
        shapes.Append(CultureInfo.InvariantCulture, $"<path d='{data}' class='{style}'{(width > 0 ? $" stroke-width='{N(width)}' stroke-linejoin='round' stroke-linecap='round'" : "")}/>");

    public void Text(double x, double y, string text, Anchor anchor = Anchor.Start, string style = "t", double size = Small, bool bold = false)
    {
        if (text.Length == 0)
            return;
        texts.Add(Box.Of(x, y, text, anchor, size, bold));
        var where = anchor switch { Anchor.Middle => " text-anchor='middle'", Anchor.End => " text-anchor='end'", _ => "" };
        shapes.Append(CultureInfo.InvariantCulture, $"<text x='{N(x)}' y='{N(y)}' font-size='{N(size)}'{where}{(bold ? " font-weight='600'" : "")} class='{style}'>{Escape(text)}</text>");
    }

    /// <summary>Writes the text only where it stands free and inside the picture.</summary>
    public bool TryText(double x, double y, string text, Anchor anchor = Anchor.Start, string style = "t", double size = Small, bool bold = false)
    {
        var box = Box.Of(x, y, text, anchor, size, bold);
        if (box.Left < 1 || box.Right > Width - 1 || box.Top < 0 || box.Bottom > Height || texts.Exists(box.Touches))
            return false;
        Text(x, y, text, anchor, style, size, bold);
        return true;
    }

    /// <summary>The whole picture. It loads nothing and runs nothing.</summary>
    public string ToSvg(ChartTheme theme, string title, string description) => string.Create(CultureInfo.InvariantCulture,
        $"<svg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 {N(Width)} {N(Height)}' width='{N(Width)}' height='{N(Height)}' role='img'><title>{Escape(title)}</title><desc>{Escape(description)}</desc><style>{Palette.Style(theme)}</style><rect width='100%' height='100%' class='bg'/>{shapes}</svg>");

    public static string N(double value) => Math.Round(value, 1).ToString(CultureInfo.InvariantCulture);

    // Of any origin: marks are escaped, and what XML cannot hold is left out.
    private static string Escape(string text)
    {
        var escaped = new StringBuilder(text.Length + 8);
        foreach (var rune in text.EnumerateRunes())
        {
            var part = rune.Value switch
            {
                '<' => "&lt;",
                '>' => "&gt;",
                '&' => "&amp;",
                '\'' => "&#39;",
                '"' => "&quot;",
                '\n' or '\r' or '\t' => " ",
                < ' ' or 0x7f or 0xfffe or 0xffff or (>= 0x202a and <= 0x202e) or (>= 0x2066 and <= 0x2069) => "",
                _ => rune.ToString(),
            };
            escaped.Append(part);
        }
        return escaped.ToString();
    }

    private readonly record struct Box(double Left, double Top, double Right, double Bottom)
    {
        public static Box Of(double x, double y, string text, Anchor anchor, double size, bool bold)
        {
            var width = TextWidth.Of(text, size, bold);
            var left = anchor switch { Anchor.Middle => x - (width / 2), Anchor.End => x - width, _ => x };
            return new(left, y - (size * 0.82), left + width, y + (size * 0.24));
        }

        public bool Touches(Box other) =>
            Left < other.Right + 2 && other.Left < Right + 2 && Top < other.Bottom && other.Top < Bottom;
    }
}

internal enum Anchor
{
    Start,
    Middle,
    End,
}
