using System.Globalization;
using System.Text;
using FactoryBot.Skills.Cards;

namespace FactoryBot.Skills.Charts;

/// <summary>The colours of marks and texts, on light and on dark. People with any of the common colour weaknesses can tell the
/// first six apart: they differ in lightness as well.</summary>
internal static class Palette
{
    private static readonly (string Light, string Dark)[] Marks =
    [
        ("#0063a6", "#4aa3e8"), // blue
        ("#e69f00", "#f2b93b"), // orange
        ("#00936b", "#2fae8a"), // teal
        ("#b04a86", "#d98bbd"), // purple
        ("#6bbcf0", "#a8dcff"), // light blue
        ("#c8410b", "#f0703a"), // red
        ("#8a8600", "#d6d04a"), // olive
        ("#6f6f6f", "#a6a6a6"), // grey
        ("#3c9a4c", "#7ccf7f"), // green
        ("#8f7fc9", "#c0b3ee"), // lavender
    ];

    public const int Grey = 7;

    private static readonly Dictionary<ChartColor, int> Own = new()
    {
        [ChartColor.Good] = 2,
        [ChartColor.Warning] = 1,
        [ChartColor.Attention] = 5,
        [ChartColor.Neutral] = Grey,
        [ChartColor.CategoricalRed] = 5,
        [ChartColor.CategoricalPurple] = 3,
        [ChartColor.CategoricalLavender] = 9,
        [ChartColor.CategoricalBlue] = 0,
        [ChartColor.CategoricalLightBlue] = 4,
        [ChartColor.CategoricalTeal] = 2,
        [ChartColor.CategoricalGreen] = 8,
        [ChartColor.CategoricalLime] = 6,
        [ChartColor.CategoricalMarigold] = 1,
    };

    /// <summary>How many colours there are before one comes again.</summary>
    public static int Count => Marks.Length;

    /// <summary>The class of the n-th of several things that have no colour of their own.</summary>
    public static int Nth(int i) => i % (Grey + 1);

    public static int Of(ChartColor? color, int i) => color is null ? Nth(i) : Own[color];

    /// <summary>A colour for each of several: their own where no two of them would look the same, otherwise one after the other.</summary>
    public static int[] For(IReadOnlyList<ChartColor?> colors)
    {
        int[] own = [.. colors.Select(Of)];
        return own.Distinct().Count() == own.Length ? own : [.. colors.Select((_, i) => Nth(i))];
    }

    public static string Light(int mark) => Marks[mark].Light;

    public static string Dark(int mark) => Marks[mark].Dark;

    public static string Style(ChartTheme theme)
    {
        var css = new StringBuilder();
        css.Append("text{font-family:'Segoe UI','Helvetica Neue',Arial,'DejaVu Sans',sans-serif}");
        // A value on a line keeps a rim of the background around it.
        css.Append(".h{paint-order:stroke;stroke-width:3px;stroke-linejoin:round}");
        Write(css, theme == ChartTheme.Dark);
        if (theme == ChartTheme.Automatic)
        {
            css.Append("@media (prefers-color-scheme:dark){");
            Write(css, dark: true);
            css.Append('}');
        }
        return css.ToString();
    }

    private static void Write(StringBuilder css, bool dark)
    {
        var (background, text, soft, grid, axis) = dark
            ? ("#1f1f1f", "#f0f0f0", "#b8b8b8", "#3d3d3d", "#8a8a8a")
            : ("#ffffff", "#242424", "#5c5c5c", "#e3e3e3", "#8a8a8a");
        css.Append(CultureInfo.InvariantCulture,
            $".bg{{fill:{background}}}.t{{fill:{text}}}.s{{fill:{soft}}}.g{{stroke:{grid}}}.a{{stroke:{axis}}}.k{{fill:{grid}}}.n{{fill:{text};stroke:{background}}}.e{{stroke:{background}}}.h{{stroke:{background}}}");
        for (var i = 0; i < Marks.Length; i++)
        {
            var color = dark ? Marks[i].Dark : Marks[i].Light;
            css.Append(CultureInfo.InvariantCulture, $".f{i}{{fill:{color}}}.l{i}{{stroke:{color};fill:none}}");
        }
    }
}
