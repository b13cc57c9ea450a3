using FactoryBot.Skills.Analysis.Model;
using FactoryBot.Skills.Language;

namespace FactoryBot.Skills.Analysis.Query;

/// <summary>One column of a select: what it is, how it is computed, and how it is ordered where that differs from its value.</summary>
internal sealed record Output(OutColumn Column, string Sql, string? OrderSql = null);

/// <summary>Fields and dimensions as columns, with unique titles.</summary>
internal sealed class Outputs(SemanticModel model, CompileConditions conditions, string timeZone)
{
    private readonly HashSet<string> titles = new(StringComparer.OrdinalIgnoreCase);

    public string Unique(string title)
    {
        var unique = title;
        for (var i = 2; !titles.Add(unique); i++)
            unique = string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{title} {i}");
        return unique;
    }

    public IEnumerable<Output> Of(Dimension dimension, JoinTree tree)
    {
        if (dimension.Entity is { } entity)
            return OfEntity(FieldRef.OfEntity(entity), dimension.Title, tree);
        var field = FieldRef.Read(dimension.Field ?? throw new QueryException("A dimension needs a field or an entity."));
        return dimension.Part is { } part ? OfPart(field, part, dimension.Title, tree) : [OfField(field, dimension.Title, tree)];
    }

    public Output OfField(FieldRef field, string? title, JoinTree tree)
    {
        var column = Column(field);
        var own = title ?? Title(field, column, tree);
        return new(new(Unique(own), column.IsNumber && column.Role != ColumnRole.Key ? OutRole.Measure : OutRole.Dimension, column.Kind, column.Unit), conditions.Field(field, tree));
    }

    /// <summary>The name of a thing; its key and the parts of a name as details.</summary>
    public IEnumerable<Output> OfEntity(FieldRef of, string? title, JoinTree tree)
    {
        var entity = model[of.Entity];
        var own = title ?? Letters.Capital(of.Via is { } via && model.Relations.FirstOrDefault(r => r.IsCalled(via) && r.To == of.Entity)?.Role is { Length: > 0 } role ? Role(role) : entity.Noun);
        if (entity.Person && entity.Label.Count == 2)
        {
            var names = entity.Label.Select(l => conditions.Field(of with { Column = l }, tree)).ToList();
            yield return new(new(Unique(own), OutRole.Dimension, DataKind.Text), $"concat_ws(' ', {names[0]}, {names[1]})");
            foreach (var (label, sql) in entity.Label.Zip(names))
                yield return new(new(Unique($"{own} {entity.Find(label)!.Phrase}"), OutRole.Detail, DataKind.Text), sql);
        }
        else
        {
            foreach (var label in entity.Label)
                yield return new(new(Unique(own), OutRole.Dimension, DataKind.Text), conditions.Field(of with { Column = label }, tree));
        }

        if (entity.Label.Count == 0 && entity.Key.Count == 0)
            throw new QueryException($"Single {SchemaNames.Plural(entity.Noun)} cannot be told apart: the table has no key.");
        foreach (var column in entity.Columns.Where(c => c is { Unique: true, Kind: DataKind.Text } && !entity.Label.Contains(c.Name) && !entity.Key.Contains(c.Name)).Take(2))
            yield return new(new(Unique($"{own} {Short(column.Phrase, entity.Noun)}"), OutRole.Detail, column.Kind), conditions.Field(of with { Column = column.Name }, tree));
        foreach (var key in entity.Key.Except(entity.Label))
        {
            var column = entity.Find(key)!;
            var named = entity.Label.Count > 0;
            yield return new(new(Unique(named || entity.Key.Count > 1 ? $"{own} {Short(column.Phrase, entity.Noun)}" : own), named ? OutRole.Detail : OutRole.Dimension, column.Kind),
                conditions.Field(of with { Column = key }, tree));
        }
    }

    /// <summary>What else a thing is called: its number beside its name, its title beside its number.</summary>
    public IEnumerable<Output> NamesOf(string entity, JoinTree tree) => model[entity].Columns
        .Where(c => c.Kind == DataKind.Text && c.Phrase.Split(' ')[^1] is "number" or "code" or "tag" or "sku" or "title" or "name" or "description" or "reference" or "subject" && !Where(c.Phrase) && !c.Unique && !model[entity].Label.Contains(c.Name) && !model[entity].Key.Contains(c.Name))
        .Take(4).Select(c => new Output(new(Unique($"{Letters.Capital(model[entity].Noun)} {Short(c.Phrase, model[entity].Noun)}"), OutRole.Detail, c.Kind), conditions.Field(new(entity, null, c.Name), tree)));

    // Where somebody is reached tells no two of them apart.
    private static bool Where(string phrase) => phrase.Split(' ').Any(w => w is "postal" or "zip" or "country" or "phone" or "fax" or "mobile" or "area");

    private IEnumerable<Output> OfPart(FieldRef field, TimePart part, string? title, JoinTree tree)
    {
        var column = Column(field);
        var sql = conditions.Field(field, tree);
        sql = column.Zoned ? $"({sql} at time zone {Sql.Text(timeZone)})" : sql;
        var name = Unique(title ?? part switch { TimePart.MonthOfYear => "Month", TimePart.HourOfDay => "Hour", _ => part.ToString() });
        var (shown, order, kind) = part switch
        {
            TimePart.Day => ($"{sql}::date", null, DataKind.Date),
            TimePart.Week => ($"to_char({sql}, 'IYYY-\"W\"IW')", null, DataKind.Text),
            TimePart.Month => ($"to_char({sql}, 'YYYY-MM')", null, DataKind.Text),
            TimePart.Quarter => ($"to_char({sql}, 'YYYY-\"Q\"Q')", null, DataKind.Text),
            TimePart.Year => ($"extract(year from {sql})::int", null, DataKind.Whole),
            TimePart.Hour => ($"date_trunc('hour', {sql})", null, DataKind.Moment),
            TimePart.Weekday => ($"to_char({sql}, 'FMDay')", $"extract(isodow from {sql})::int", DataKind.Text),
            TimePart.MonthOfYear => ($"to_char({sql}, 'FMMonth')", $"extract(month from {sql})::int", DataKind.Text),
            _ => ($"extract(hour from {sql})::int", (string?)null, DataKind.Whole),
        };
        yield return new(new(name, OutRole.Dimension, kind) { Part = part }, shown, order);
        if (order is not null)
            yield return new(new(Unique(name + " number"), OutRole.Detail, DataKind.Whole), order);
        if (part is TimePart.Week or TimePart.Month or TimePart.Quarter)
            yield return new(new(Unique(name + " start"), OutRole.Detail, DataKind.Date), $"date_trunc('{part.ToString().ToLowerInvariant()}', {sql})::date");
        if (part is TimePart.Week or TimePart.Month or TimePart.Quarter)
            yield return new(new(Unique(name + " year"), OutRole.Detail, DataKind.Whole), $"extract({(part == TimePart.Week ? "isoyear" : "year")} from {sql})::int");
        if (part is TimePart.Month or TimePart.Quarter)
            yield return new(new(Unique(name + " number"), OutRole.Detail, DataKind.Whole), $"extract({part.ToString().ToLowerInvariant()} from {sql})::int");
    }

    public Column Column(FieldRef field) =>
        (model.Find(field.Entity) ?? throw new QueryException($"There is nothing called {field.Entity}.")).Find(field.Column)
        ?? throw new QueryException($"{field.Entity} has no column {field.Column}.");

    // "Country" of the thing itself, "Supplier country" of another.
    private string Title(FieldRef field, Column column, JoinTree tree)
    {
        var entity = model[field.Entity];
        var of = field.Via is { } via ? model.Relations.FirstOrDefault(r => r.IsCalled(via))?.Role is { Length: > 0 } role ? Role(role) : entity.Noun : entity.Noun;
        return tree.Root.Entity == entity && field.Via is null || column.Phrase.StartsWith(entity.Noun, StringComparison.Ordinal)
            ? Letters.Capital(column.Phrase)
            : Letters.Capital(Joined(of, column.Phrase));
    }

    // "Booking channel" and "channel name" are the "Booking channel name".
    private static string Joined(string noun, string phrase) => phrase.Split(' ') is [var first, _, ..] && noun.EndsWith(" " + first, StringComparison.OrdinalIgnoreCase) ? $"{noun}{phrase[first.Length..]}" : $"{noun} {phrase}";

    private static string Role(string role) => role == "reports to" ? "manager" : role;

    private static string Short(string phrase, string noun) => phrase.StartsWith(noun + " ", StringComparison.Ordinal) ? phrase[(noun.Length + 1)..] : phrase;
}
