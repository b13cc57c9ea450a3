using FactoryBot.Skills.Quotes.Wording;

namespace FactoryBot.Skills.Quotes.Requests;

/// <summary>What one mail of a thread says, while it is read.</summary>
internal sealed class MailRead
{
    public List<RequestLine> Lines { get; private set; } = [];

    /// <summary>For each line, which line of an earlier mail it names; null where it names none.</summary>
    public List<int?> Items { get; } = [];
    public string? Customer { get; set; }
    public string? Email { get; set; }
    public string? Reference { get; set; }
    public DateOnly? NeededBy { get; set; }

    public void Add(string wording, Quantity? quantity, DateOnly? neededBy, int? item = null)
    {
        var features = ReadFeatures.Of(wording);
        if (features.All(f => f.IsWeak) && (quantity is null || item is null) && (quantity is null || features.Count == 0))
            return;
        if (Lines.Count > 0)
            features = Ellipsis.FillSame(wording, features, Lines[^1].Features);
        Lines.Add(new()
        {
            Wording = wording, Quantity = quantity?.Value, Unit = quantity?.Unit ?? Quantities.Pieces, Breaks = quantity?.Breaks ?? [], Features = features, NeededBy = neededBy,
        });
        Items.Add(item);
    }

    /// <summary>Gives lines that name nothing the name of a neighbour, the one before first.</summary>
    public MailRead Finish()
    {
        var named = Lines.Select(l => !Ellipsis.NamesNothing(l.Features)).ToArray();
        for (var i = 0; i < Lines.Count; i++)
        {
            if (named[i] || Lines[i].Quantity is null || Items[i] is not null)
                continue;
            var donor = Enumerable.Range(0, i).Reverse().Concat(Enumerable.Range(i + 1, Lines.Count - i - 1)).Cast<int?>().FirstOrDefault(j => named[j!.Value]);
            if (donor is { } from)
                Lines[i] = Lines[i] with { Features = Ellipsis.Fill(Lines[i].Features, Lines[from].Features), Wording = $"{Lines[i].Wording} ({Lines[from].Wording})" };
        }

        return this;
    }
}
