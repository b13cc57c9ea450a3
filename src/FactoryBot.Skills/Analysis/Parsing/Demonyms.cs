using System.Collections.Frozen;

namespace FactoryBot.Skills.Analysis.Parsing;

/// <summary>"German" stands for Germany, "British" for the UK, however the data writes it.</summary>
internal static class Demonyms
{
    private const string Table = """
        german: germany,deutschland,de; french: france,frankreich,fr; italian: italy,italien,it; spanish: spain,spanien,es; british: uk,united kingdom,great britain,gb,england,grossbritannien; english: england,uk,united kingdom;
        american: usa,us,united states,united states of america; us: usa,united states; usa: us,united states; uk: united kingdom,great britain; canadian: canada,ca; mexican: mexico,mx; brazilian: brazil,br; argentinian: argentina,ar; argentine: argentina;
        venezuelan: venezuela; austrian: austria,osterreich,oesterreich,at; swiss: switzerland,schweiz,ch; belgian: belgium,belgien,be; dutch: netherlands,holland,niederlande,nl; danish: denmark,danemark,daenemark,dk; swedish: sweden,schweden,se; norwegian: norway,norwegen,no;
        finnish: finland,finnland,fi; polish: poland,polen,pl; portuguese: portugal,pt; irish: ireland,ie; scottish: scotland; japanese: japan,jp; chinese: china,cn; indian: india,in; australian: australia,au;
        russian: russia,russian federation,ru; turkish: turkey,turkiye,turkei,tr; greek: greece,gr; czech: czech republic,czechia,tschechien,cz; hungarian: hungary,ungarn,hu; korean: south korea,korea; singaporean: singapore;
        brasil: brazil; holland: netherlands; england: uk,united kingdom; britain: uk,united kingdom; america: usa,united states; states: usa,united states; chilean: chile; colombian: colombia; peruvian: peru; egyptian: egypt; israeli: israel; thai: thailand; vietnamese: vietnam; indonesian: indonesia; malaysian: malaysia; african: south africa; philippine: philippines; filipino: philippines; ukrainian: ukraine; romanian: romania; nigerian: nigeria; iranian: iran
        """;

    private static readonly FrozenDictionary<string, string[]> Countries = Table.Split([';', '\n'], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)
        .Select(line => line.Split(':')).ToFrozenDictionary(p => p[0].Trim(), p => p[1].Split(',', StringSplitOptions.TrimEntries), StringComparer.Ordinal);

    // "Germany" where the data holds "DE".
    private static readonly FrozenDictionary<string, string[]> Names = Countries.Values.SelectMany(names => names.Where(n => n.Length > 2).Select(n => (n, names)))
        .GroupBy(p => p.n, StringComparer.Ordinal).ToFrozenDictionary(g => g.Key, g => g.SelectMany(p => p.names).Distinct().Where(n => n != g.Key).ToArray(), StringComparer.Ordinal);

    public static IReadOnlyList<string> Of(string word) => Countries.GetValueOrDefault(word) ?? Names.GetValueOrDefault(word) ?? [];
}
