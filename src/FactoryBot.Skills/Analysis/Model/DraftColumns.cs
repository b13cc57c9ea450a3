using System.Text.RegularExpressions;
using FactoryBot.Skills.Analysis.Sources;

namespace FactoryBot.Skills.Analysis.Model;

/// <summary>What a column is, from its name, its type and its values.</summary>
internal static partial class DraftColumns
{
    private static readonly string[] Rates =
    [
        "price", "rate", "percent", "percentage", "ratio", "discount", "level", "average", "score", "rating", "temperature", "age", "year", "month",
        "latitude", "longitude", "cost per", "margin", "index", "rank", "grade", "position", "size", "speed", "width", "height", "stars", "score", "points", "priority", "severity", "limit", "minimum", "maximum", "target", "salary",
        "week", "day", "hour", "quarter", "decade",
    ];

    private static readonly string[] Codes = ["id", "key", "code", "number", "zip", "phone", "fax", "uuid", "guid", "sku", "isbn", "extension"];
    private static readonly string[] Counts = ["quantity", "count", "units", "amount", "stock", "pieces"];

    private static readonly HashSet<string> Awaited = new(["order", "delivery", "shipment", "purchase", "transfer", "project"], StringComparer.Ordinal);

    private static readonly Dictionary<string, string> Units = new(StringComparer.Ordinal)
    {
        ["s"] = "s", ["seconds"] = "s", ["minute"] = "min", ["minutes"] = "min", ["hours"] = "h", ["h"] = "h", ["ms"] = "ms", ["milliseconds"] = "ms",
        ["kg"] = "kg", ["g"] = "g", ["mm"] = "mm", ["cm"] = "cm", ["m"] = "m", ["km"] = "km", ["eur"] = "EUR", ["usd"] = "USD", ["percent"] = "%",
        ["days"] = "days", ["bytes"] = "bytes", ["kwh"] = "kWh", ["litres"] = "l", ["liters"] = "l", ["litre"] = "l", ["liter"] = "l", ["tons"] = "t", ["tonnes"] = "t", ["lbs"] = "lb", ["m3"] = "m³", ["m2"] = "m²", ["mwh"] = "MWh", ["kw"] = "kW",
    };

    public static Column Of(CatalogColumn column, string name, string entity, IReadOnlyList<string> key, ISet<string> foreign, ISet<string> unique, string? prefix = null)
    {
        var words = SchemaNames.OfColumn(column.Name);
        // What an order is expected by is the day that a batch expires.
        words = [.. words.Select(w => w == "exp" ? entity.Split(' ').Any(Awaited.Contains) ? "expected" : "expiry" : w)];
        var kind = KindOf(column.Type);
        var dates = kind == DataKind.Text ? TextKinds.DatesOf(column) : null;
        kind = dates ?? kind;
        var unit = words.Length > 0 && kind is DataKind.Whole or DataKind.Number ? Units.GetValueOrDefault(words[^1]) : null;
        unit ??= UnitOf(string.Join(' ', words), entity, kind);
        // "Amount_cents", "cents_paid": an amount of money, kept in hundredths.
        var cents = words.Length > 1 && kind is DataKind.Whole or DataKind.Number && words.Any(w => w is "cents" or "cent");
        if (cents)
            words = [.. words.Where(w => w is not ("cents" or "cent" or "in"))];
        var spoken = unit is not null && words.Length > 1 && words[^1] is not ("percent" or "days") ? words[..^1] : words;
        var phrase = string.Join(' ', spoken);
        var role = RoleOf(column, kind, words, key.Contains(column.Name) || foreign.Contains(name));
        var codes = CodesOf(column) is { Count: > 0 } told ? told : TextKinds.Sexes(column, phrase);
        // Nobody sums what stands for words.
        if (codes.Count > 0 && role == ColumnRole.Amount)
            role = ColumnRole.Rate;
        if (role == ColumnRole.Flag && kind == DataKind.Whole && words[0] is "is" or "has" && words.Length > 1)
            phrase = string.Join(' ', words[1..]);
        if ((kind == DataKind.Flag || role == ColumnRole.Flag && kind == DataKind.Text) && words.Length > 1 && words[0] is "is" or "has" or "was")
            phrase = string.Join(' ', words[1..]);
        if (role == ColumnRole.Flag && words.Length > 1 && words[^1] is "flag" or "flg" or "yn" or "ind" or "indicator" or "bool")
            phrase = string.Join(' ', words[..^1]);
        return new()
        {
            Name = name,
            Stored = column.Name,
            Kind = kind,
            Role = role,
            Codes = codes,
            Phrases = [.. Phrases(phrase, string.Join(' ', words), entity, unit, prefix).Concat(Told(column.Comment)).Concat(LostTime(kind, unit, entity)).Where(p => !Misleads(p, kind)).Distinct(StringComparer.Ordinal)],
            Values = dates is null ? column.Values ?? [] : [],
            AllValues = dates is null && column.AllValues,
            DateText = dates is not null,
            Youngest = dates is null ? column.Youngest : TextKinds.Youngest(column),
            Least = column.Least,
            Most = column.Most,
            Nullable = !column.NotNull,
            Unique = unique.Contains(column.Name) && !key.Contains(column.Name),
            Comment = column.Comment,
            Unit = unit ?? (phrase.Contains("percent", StringComparison.Ordinal) ? "%" : null),
            ShortFloat = column.Type == "float4",
            Zoned = column.Type == "timestamptz",
            Cents = cents,
        };
    }

    private static readonly HashSet<string> Shown = new(["film", "movie", "episode", "video", "documentary"], StringComparer.Ordinal);
    private static readonly HashSet<string> Lent = new(["rental", "loan", "lending", "borrowing", "hire"], StringComparer.Ordinal);

    // A film runs for minutes and is lent for days, where nothing else is said of a whole number.
    private static string? UnitOf(string phrase, string entity, DataKind kind) => kind != DataKind.Whole ? null
        : phrase is "length" or "duration" or "running time" && Shown.Contains(entity) ? "min"
        : phrase.Split(' ') is [var what, "duration" or "period"] && Lent.Contains(what) ? "days" : null;

    private static readonly string[] Durations = ["minutes", "duration", "length", "run time", "running time"];

    // A moment is no time that something took, and a number is no day.
    private static bool Misleads(string phrase, DataKind kind) => kind is DataKind.Date or DataKind.Moment or DataKind.Time ? Durations.Contains(phrase)
        : kind is DataKind.Whole or DataKind.Number && (phrase.EndsWith(" date", StringComparison.Ordinal) || phrase.StartsWith("date of ", StringComparison.Ordinal));

    /// <summary>What people call the time of rows that tell of standing still.</summary>
    internal static readonly string[] Lost = ["lost time", "time lost", "stop time", "standstill time", "time stopped"];

    internal static bool IsStandstill(string noun) => noun.Split(' ').Any(w => w is "downtime" or "stop" or "stoppage" or "standstill" or "breakdown" or "interruption" or "outage");

    private static string[] LostTime(DataKind kind, string? unit, string entity) => kind is DataKind.Whole or DataKind.Number && unit is "s" or "min" or "h" && IsStandstill(entity) ? Lost : [];

    // A comment of a few plain words says what the column is called.
    private static IEnumerable<string> Told(string? comment) => comment is { Length: > 2 and < 40 } && PlainWords().IsMatch(comment) ? [Parsing.Lexer.Fold(comment)] : [];

    [GeneratedRegex(@"^[A-Za-z]+([ -][A-Za-z]+){0,3}$")]
    private static partial Regex PlainWords();

    private static IEnumerable<string> Phrases(string phrase, string full, string entity, string? unit, string? prefix)
    {
        var own = new List<string> { phrase };
        if (full != phrase)
            own.Add(full);
        if (unit is "s" or "min" or "h" or "ms" && !phrase.Split(' ').Any(w => w is "time" or "duration"))
            own.Add(phrase + " time");
        if (phrase.StartsWith(entity + " ", StringComparison.Ordinal))
            own.Add(phrase[(entity.Length + 1)..]);
        else if (prefix is not null && phrase.StartsWith(prefix + " ", StringComparison.Ordinal))
            own.AddRange([$"{entity} {phrase[(prefix.Length + 1)..]}", phrase[(prefix.Length + 1)..]]);
        // The quantity received is the received quantity.
        if (phrase.Split(' ') is [("quantity" or "amount" or "units" or "hours" or "value" or "cost") and var what, { Length: > 3 } which] && which is not ("hand" or "unit"))
            own.AddRange([$"{which} {what}", $"{(which.EndsWith("ed", StringComparison.Ordinal) ? which : which + "ed")} {what}"]);
        // A monthly salary is the salary, a daily rate the rate, where nothing else is called so.
        if (phrase.Split(' ') is [_, .., ("salary" or "wage" or "pay") and var pay])
            own.Add(pay);
        if (phrase is "fuel" or "energy" or "power" or "electricity" or "water" or "gas")
            own.AddRange([phrase + " consumption", phrase + " usage", phrase + " used", phrase + " consumed"]);
        if (Dated(phrase) is { } core)
            own.AddRange(core == entity ? [core + " date", "date of " + core] : [core + " date", "date " + core, core + " on"]);
        // "The promised date" of a promised delivery date.
        if (phrase.Split(' ') is [("promised" or "planned" or "scheduled" or "expected" or "estimated" or "requested") and var planned, _, .., "date"])
            own.Add(planned + " date");
        if (phrase.EndsWith("email", StringComparison.Ordinal) || phrase.EndsWith("mail", StringComparison.Ordinal))
            own.AddRange([phrase + " address", "email", "email address"]);
        return own.Concat(own.ToList().SelectMany(Synonyms.OfColumn)).Distinct(StringComparer.Ordinal);
    }

    // "Installed on" and "opened at" are asked for as the installed date, the date opened.
    private static string? Dated(string phrase) => phrase.Split(' ') is [.. var core, "on" or "at" or "date" or "time"] && core.Length > 0 ? string.Join(' ', core) : null;

    /// <summary>"1 = emergency, 2 = high" in a comment: what the codes of the column stand for.</summary>
    private static Dictionary<string, string> CodesOf(CatalogColumn column)
    {
        var codes = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        // A dash also stands between any two words: only behind what the column holds does it explain.
        foreach (var match in Code().Matches(column.Comment ?? "").Where(m => m.Groups["sign"].Value is not ("-" or "–") || char.IsAsciiDigit(m.Groups["code"].Value[0]) || column.Values?.Contains(m.Groups["code"].Value) == true))
            codes.TryAdd(match.Groups["code"].Value, match.Groups["meaning"].Value.Trim());
        return codes.Count > 1 ? codes : [];
    }

    [GeneratedRegex(@"(?<code>[\w-]{1,12})(\s*(?<sign>=|:|->)\s*|\s+(?<sign>-|–)\s+)(?<meaning>[A-Za-z][^,;=()]{1,40})")]
    private static partial Regex Code();

    private static ColumnRole RoleOf(CatalogColumn column, DataKind kind, string[] words, bool key)
    {
        if (key || kind == DataKind.Other)
            return kind == DataKind.Other ? ColumnRole.Attribute : ColumnRole.Key;
        if (kind is DataKind.Date or DataKind.Moment or DataKind.Time)
            return ColumnRole.Date;
        if (kind == DataKind.Flag)
            return ColumnRole.Flag;
        if (kind is not (DataKind.Whole or DataKind.Number))
            return words[^1] is "id" or "uuid" ? ColumnRole.Key : TextKinds.YesAndNo(column.Values, column.AllValues) is not null ? ColumnRole.Flag : ColumnRole.Attribute;
        if (Array.Exists(words, w => Counts.Contains(w)))
            return ColumnRole.Amount;
        if (Codes.Contains(words[^1]))
            return ColumnRole.Key;
        if (kind == DataKind.Whole && column is { Least: 0, Most: 1 })
            return ColumnRole.Flag;
        return Rates.Any(r => words.Contains(r)) ? ColumnRole.Rate : ColumnRole.Amount;
    }

    private static DataKind KindOf(string type) => type switch
    {
        "int2" or "int4" or "int8" => DataKind.Whole,
        "numeric" or "float4" or "float8" or "money" => DataKind.Number,
        "date" => DataKind.Date,
        "timestamp" or "timestamptz" => DataKind.Moment,
        "time" or "timetz" => DataKind.Time,
        "bool" => DataKind.Flag,
        "interval" => DataKind.Span,
        "bytea" or "json" or "jsonb" or "xml" or "tsvector" or "vector" or "point" or "polygon" => DataKind.Other,
        _ when type.StartsWith('_') => DataKind.Other,
        _ => DataKind.Text,
    };
}
