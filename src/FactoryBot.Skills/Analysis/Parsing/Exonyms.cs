using System.Collections.Frozen;

namespace FactoryBot.Skills.Analysis.Parsing;

/// <summary>Cities that English calls otherwise than those who live there: Munich stands for München, however the data writes it.</summary>
internal static class Exonyms
{
    private const string Table = """
        munich: munchen,muenchen; cologne: koln,koeln; vienna: wien; nuremberg: nurnberg,nuernberg; hanover: hannover; brunswick: braunschweig; zurich: zurich,zuerich; geneva: geneve,genf; lucerne: luzern; berne: bern; basle: basel;
        milan: milano,mailand; rome: roma,rom; turin: torino; florence: firenze,florenz; venice: venezia,venedig; naples: napoli,neapel; genoa: genova,genua; padua: padova; prague: praha,prag; warsaw: warszawa,warschau; cracow: krakow,krakau;
        copenhagen: kobenhavn,kopenhagen; gothenburg: goteborg; lisbon: lisboa,lissabon; seville: sevilla; brussels: bruxelles,brussel,bruessel; antwerp: antwerpen,anvers; ghent: gent; bruges: brugge; athens: athina,athen; bucharest: bucuresti,bukarest;
        belgrade: beograd,belgrad; moscow: moskva,moskau; lyons: lyon; strasbourg: strassburg; innsbruck: innsbruck; salzburg: salzburg; posen: poznan; breslau: wroclaw; danzig: gdansk
        """;

    private static readonly FrozenDictionary<string, string[]> Cities = Table.Split([';', '\n'], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)
        .Select(line => line.Split(':')).ToFrozenDictionary(p => p[0].Trim(), p => p[1].Split(',', StringSplitOptions.TrimEntries), StringComparer.Ordinal);

    // Also the other way: "Köln" where the data holds "Cologne".
    private static readonly FrozenDictionary<string, string[]> Names = Cities.SelectMany(c => c.Value.Where(n => n != c.Key).Select(n => (Name: n, English: c.Key)))
        .DistinctBy(p => p.Name).ToFrozenDictionary(p => p.Name, p => new[] { p.English }, StringComparer.Ordinal);

    public static IReadOnlyList<string> Of(string word) => Cities.GetValueOrDefault(word) ?? Names.GetValueOrDefault(word) ?? [];
}
