using System.Text.RegularExpressions;
using FactoryBot.Skills.Quotes.Wording;

namespace FactoryBot.Skills.Quotes.Requests;

/// <summary>What one mail of a thread says, while it is read.</summary>
internal sealed partial class MailRead
{
    public List<RequestLine> Lines { get; private set; } = [];

    /// <summary>For each line, which line of an earlier mail it names; null where it names none.</summary>
    public List<int?> Items { get; } = [];
    public string? Customer { get; set; }
    public string? Email { get; set; }
    public string? Reference { get; set; }
    public DateOnly? NeededBy { get; set; }

    /// <summary>What is not wanted any more of an earlier mail: its words, or its place there.</summary>
    public List<(string Words, IReadOnlyList<Feature> Features, int? Item)> Dropped { get; } = [];

    /// <summary>What things of an earlier mail are to be instead.</summary>
    public List<Changed> Changes { get; } = [];

    /// <summary>For "the same quantities": that of the line before.</summary>
    public Quantity? LastQuantity { get; private set; }

    public void Drop(string wording, int? item) => Dropped.Add((wording, ReadFeatures.Of(wording), item));

    public void Add(string wording, Quantity? quantity, DateOnly? neededBy, int? item = null, IReadOnlyList<string>? remarks = null)
    {
        wording = SupplyOf().Replace(wording, "");
        var features = ReadFeatures.Of(wording);
        if (features.All(f => f.IsWeak) && (quantity is null || item is null) && (quantity is null || features.Count == 0))
            return;
        if (Lines.Count > 0)
            features = Ellipsis.FillSame(wording, features, Lines[^1].Features);
        if (quantity is { Called: { Length: > 0 } called } && !features.Any(f => f.Text == called))
            features = [.. features, new(FeatureKind.Word, called, default, WordClass.Container)];
        LastQuantity = quantity ?? LastQuantity;
        Lines.Add(new()
        {
            Wording = wording, Quantity = quantity?.Value, Unit = quantity?.Unit ?? Quantities.Pieces, Called = quantity?.Called ?? "", Breaks = quantity?.Breaks ?? [], Features = features, NeededBy = neededBy,
            Notes = [.. (remarks ?? []).Select(r => $"They say: {r}.")],
        });
        Items.Add(item);
    }

    /// <summary>Adds what a row says that goes on from the line above it: its words, or talk that is kept as a remark.</summary>
    /// <returns>False where there is no line that it could go on from.</returns>
    public bool Continue(string row)
    {
        if (Lines.Count == 0)
            return false;
        var remarks = new List<string>();
        var wording = Continuation.Said(row, remarks);
        var line = Lines[^1];
        Lines[^1] = line with
        {
            Wording = wording.Length == 0 ? line.Wording : $"{line.Wording}, {wording}",
            Features = [.. line.Features, .. ReadFeatures.Of(wording).Where(f => !line.Features.Contains(f))],
            Notes = [.. line.Notes, .. remarks.Select(r => $"They say: {r}.")],
        };
        return true;
    }

    // "Supply of ball bearing 6004": how a tender says each item.
    [GeneratedRegex(@"^\s*(?:(?:supply|supplying|provision|delivery)\s+(?:and\s+\w+\s+)?of|lieferung\s+von|fourniture\s+d[e'])\s+(?=\S)", RegexOptions.IgnoreCase)]
    private static partial Regex SupplyOf();

    /// <summary>Gives lines that name nothing the name of a neighbour, the one before first, and counts each as often as kits of it are asked for.</summary>
    public MailRead Finish(decimal? kits = null)
    {
        if (kits is { } many and > 1)
            Lines = [.. Lines.Select(l => l.Quantity is { } one ? l with { Quantity = one * many, Notes = [.. l.Notes, FormattableString.Invariant($"{many:#,0} sets of {one:#,0.###}.")] } : l)];
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
