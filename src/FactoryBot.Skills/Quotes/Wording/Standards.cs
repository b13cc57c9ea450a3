using System.Collections.Frozen;

namespace FactoryBot.Skills.Quotes.Wording;

/// <summary>Standards that describe the same part under two numbers; each group is known by its ISO number.</summary>
internal static class Standards
{
    private static readonly FrozenSet<string> Bodies = FrozenSet.ToFrozenSet(["din", "iso", "en", "ansi", "asme", "jis", "gb", "bs", "astm", "uni", "iec", "ul", "nf"], StringComparer.Ordinal);

    private static readonly FrozenDictionary<string, string> Same = new Dictionary<string, string>
    {
        ["din933"] = "iso4017", ["din931"] = "iso4014", ["din912"] = "iso4762", ["din934"] = "iso4032", ["din125"] = "iso7089", ["din125a"] = "iso7089",
        ["din985"] = "iso10511", ["din982"] = "iso7040", ["din7991"] = "iso10642", ["din84"] = "iso1207", ["din963"] = "iso2009", ["din7985"] = "iso7045",
        ["din965"] = "iso7046", ["din7"] = "iso2338", ["din6325"] = "iso8734", ["din1481"] = "iso8752", ["din94"] = "iso1234", ["din9021"] = "iso7093",
        ["din916"] = "iso4029", ["din913"] = "iso4026", ["din914"] = "iso4027", ["din915"] = "iso4028", ["din439"] = "iso4035", ["din6923"] = "iso4161",
        ["din6921"] = "iso4162", ["din7980"] = "iso7980", ["din7981"] = "iso7049", ["din7982"] = "iso7050", ["din960"] = "iso8765", ["din961"] = "iso8676",
        ["din1444"] = "iso2341", ["din1443"] = "iso2340", ["din1"] = "iso2339", ["din7979"] = "iso8735", ["din553"] = "iso4766", ["din417"] = "iso7435",
    }.ToFrozenDictionary(StringComparer.Ordinal);

    public static bool IsBody(ReadOnlySpan<char> word) => Bodies.GetAlternateLookup<ReadOnlySpan<char>>().Contains(word);

    /// <param name="body">din, iso, ...</param>
    public static string Canonical(string body, string number)
    {
        var name = body + number;
        return Same.GetValueOrDefault(name, name);
    }
}
