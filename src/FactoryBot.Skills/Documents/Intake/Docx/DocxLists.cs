using System.Globalization;
using DocumentFormat.OpenXml.Wordprocessing;

namespace FactoryBot.Skills.Documents.Intake.Docx;

/// <summary>The lists of a Word document: which mark the next item of each has.</summary>
internal sealed class DocxLists
{
    private const string Bullet = "• ";
    private readonly Dictionary<(int List, int Level), (Kind Kind, int Start)> levels = [];
    private readonly Dictionary<(int List, int Level), int> counts = [];

    public DocxLists(Numbering? numbering)
    {
        var kinds = numbering?.Elements<AbstractNum>().Where(a => a.AbstractNumberId is not null).GroupBy(a => a.AbstractNumberId!.Value).ToDictionary(g => g.Key, g => g.First());
        foreach (var list in numbering?.Elements<NumberingInstance>() ?? [])
        {
            if (list is not { NumberID.Value: var id, AbstractNumId.Val.Value: var kind } || !kinds!.TryGetValue(kind, out var described))
                continue;
            foreach (var level in described.Elements<Level>())
                levels[(id, level.LevelIndex?.Value ?? 0)] = (KindOf(level), level.StartNumberingValue?.Val?.Value ?? 1);
            foreach (var other in list.Elements<LevelOverride>())
                Override(id, other);
        }
    }

    private enum Kind
    {
        Bullet,
        Number,

        /// <summary>Nothing stands before it: it goes on with the item above.</summary>
        None,
    }

    /// <summary>The mark of the next item, with a space after it; empty where it has none.</summary>
    public string Next(int list, int level)
    {
        var (kind, start) = levels.GetValueOrDefault((list, level), (Kind.Bullet, 1));
        if (kind == Kind.None)
            return "";
        foreach (var deeper in counts.Keys.Where(k => k.List == list && k.Level > level).ToList())
            counts.Remove(deeper);
        var number = counts[(list, level)] = counts.GetValueOrDefault((list, level), start - 1) + 1;
        return kind == Kind.Number ? string.Create(CultureInfo.InvariantCulture, $"{number}. ") : Bullet;
    }

    private void Override(int list, LevelOverride other)
    {
        var place = (list, other.LevelIndex?.Value ?? 0);
        var (kind, start) = levels.GetValueOrDefault(place, (Kind.Bullet, 1));
        levels[place] = (other.Level is { } level ? KindOf(level) : kind, other.StartOverrideNumberingValue?.Val?.Value ?? start);
    }

    private static Kind KindOf(Level level)
    {
        var format = level.NumberingFormat?.Val?.Value ?? NumberFormatValues.Decimal;
        return format == NumberFormatValues.None || string.IsNullOrWhiteSpace(level.LevelText?.Val?.Value) ? Kind.None
            : format == NumberFormatValues.Bullet ? Kind.Bullet : Kind.Number;
    }
}
