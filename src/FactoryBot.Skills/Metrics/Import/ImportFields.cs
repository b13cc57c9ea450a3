namespace FactoryBot.Skills.Metrics.Import;

/// <summary>What a column can hold.</summary>
/// <param name="Guesses">Headers under which plants export it, folded; the first that fits is taken.</param>
internal sealed record ImportField(string Name, FieldType Type, params string[] Guesses);

internal enum FieldType
{
    Text,
    Number,
    Duration,
    Moment,
    Flag,
}

/// <summary>The fields of each kind of file, with the headers that are obvious.</summary>
internal static class ImportFields
{
    private static readonly ImportField Key = new("key", FieldType.Text, "key", "id", "record id", "row id", "event id", "stop id", "issue id", "guid");
    private static readonly ImportField Machine = new("machine", FieldType.Text, "machine", "machine id", "machine name", "machine no", "equipment", "equipment id", "asset", "asset id", "station", "work center", "workcenter", "resource", "maschine", "maschinennummer", "maschinen nr", "anlage", "arbeitsplatz");
    private static readonly ImportField Line = new("line", FieldType.Text, "line", "line name", "production line", "linie", "fertigungslinie", "produktionslinie");
    private static readonly ImportField Site = new("site", FieldType.Text, "site", "plant", "factory", "location", "werk", "standort");
    private static readonly ImportField Shift = new("shift", FieldType.Text, "shift", "shift name", "schicht", "schichtname");
    private static readonly ImportField Day = new("day", FieldType.Moment, "day", "date", "production date", "shift date", "datum", "tag", "produktionsdatum", "schichtdatum");
    private static readonly ImportField Product = new("product", FieldType.Text, "product", "product id", "product name", "item", "item no", "material", "material no", "article", "sku", "part number", "part no", "part", "artikel", "artikelnummer", "produkt", "teilenummer", "materialnummer");
    private static readonly ImportField Order = new("order", FieldType.Text, "order", "work order", "workorder", "order no", "order number", "job", "job no", "batch", "batch id", "batch no", "lot", "lot number", "lot no", "auftrag", "auftragsnummer", "fertigungsauftrag", "charge", "los");
    private static readonly ImportField Start = new("start", FieldType.Moment, "start", "start time", "started", "started at", "begin", "from", "start date", "stop start", "beginn", "startzeit", "von", "anfang");
    private static readonly ImportField End = new("end", FieldType.Moment, "end", "end time", "ended", "ended at", "finish", "to", "until", "end date", "stop end", "ende", "endzeit", "bis");
    private static readonly ImportField Total = new("total", FieldType.Number, "total", "total count", "total pieces", "total qty", "count", "quantity", "qty", "produced", "pieces", "output", "parts", "gesamt", "menge", "gesamtmenge", "stuck", "stueck", "stuckzahl");
    private static readonly ImportField Good = new("good", FieldType.Number, "good", "good count", "good pieces", "good parts", "good qty", "ok", "ok count", "ok parts", "yield", "gut", "gutmenge", "gutteile", "io");
    private static readonly ImportField Scrap = new("scrap", FieldType.Number, "scrap", "scrap count", "scrap qty", "rejects", "rejected", "reject", "reject count", "defects", "defect count", "bad", "bad parts", "nok", "ng", "ausschuss", "ausschussmenge", "schlechtteile", "nio");
    private static readonly ImportField Ideal = new("ideal", FieldType.Duration, "ideal", "ideal cycle", "ideal cycle time", "standard cycle time", "target cycle time", "cycle time target", "takt", "taktzeit", "sollzeit", "soll taktzeit", "vorgabezeit", "min batch time");
    private static readonly ImportField Reason = new("reason", FieldType.Text, "reason", "stop reason", "downtime reason", "cause", "description", "grund", "stillstandsgrund", "stoergrund", "storgrund", "ursache");
    private static readonly ImportField Code = new("code", FieldType.Text, "code", "reason code", "stop code", "factor", "grundcode", "stoercode", "fehlercode");
    private static readonly ImportField Category = new("category", FieldType.Text, "category", "reason group", "group", "kategorie", "gruppe");
    private static readonly ImportField Planned = new("planned", FieldType.Flag, "planned", "is planned", "planned stop", "geplant");
    private static readonly ImportField Aliases = new("aliases", FieldType.Text, "aliases", "alias", "other names", "short name", "kurzname");
    private static readonly ImportField Operator = new("operator", FieldType.Text, "operator", "operator id", "operator name", "worker", "bediener", "werker");

    public static IReadOnlyList<ImportField> Of(ImportKind kind) => kind switch
    {
        ImportKind.Machines => [new("machine", FieldType.Text, [.. Machine.Guesses, "name"]), Line, Site, Ideal, Aliases],
        ImportKind.Products => [new("product", FieldType.Text, [.. Product.Guesses, "name"]), Ideal, Machine, Aliases],
        ImportKind.Reasons => [Code, new("reason", FieldType.Text, [.. Reason.Guesses, "name"]), Category, Planned],
        ImportKind.Calendar =>
        [
            new("what", FieldType.Text, "what", "type", "kind", "art", "typ"), Site, Line, Shift, new("weekdays", FieldType.Text, "weekdays", "days", "wochentage", "tage"),
            Day, Start, End, new("breaks", FieldType.Text, "breaks", "break", "pausen", "pause"), new("name", FieldType.Text, "name", "holiday", "remark", "feiertag", "bemerkung"),
            new("valid from", FieldType.Moment, "valid from", "gultig ab", "gueltig ab"), new("valid to", FieldType.Moment, "valid to", "gultig bis", "gueltig bis"),
        ],
        ImportKind.Production =>
        [
            Key, Day, Machine, Shift, Start, End, Product, Order, Total, Good, Scrap, Ideal, Operator,
            new("scheduled", FieldType.Duration, "scheduled", "scheduled time", "shift length", "belegungszeit"),
            new("planned", FieldType.Duration, "planned", "planned time", "planned production time", "planned busy time", "available time", "planzeit", "planbelegungszeit"),
            new("run", FieldType.Duration, "run", "run time", "runtime", "running time", "operating time", "production time", "laufzeit", "hauptnutzungszeit"),
            new("quantity", FieldType.Number, "planned quantity", "order quantity", "target", "target qty", "soll", "sollmenge"),
        ],
        ImportKind.Counts => [Key, Machine, Day, new("at", FieldType.Moment, [.. "time;at;timestamp;hour;zeit;zeitpunkt;zeitstempel;stunde".Split(';'), .. Start.Guesses]), End, Product, Order, Total, Good, Scrap],
        ImportKind.Cycles =>
        [
            Key, Machine, Day, new("at", FieldType.Moment, "timestamp", "time", "at", "end time", "zeitstempel", "zeit"), Product, Order,
            new("cycle", FieldType.Duration, "cycle", "cycle time", "cycle time seconds", "cycletime", "duration", "zykluszeit", "taktzeit"),
            new("status", FieldType.Text, "status", "result", "state", "ok nok", "ergebnis"), Operator,
        ],
        ImportKind.Stops =>
        [
            Key, Machine, Line, Day, Shift, Order, Start, End, new("duration", FieldType.Duration, "duration", "minutes", "downtime", "downtime minutes", "stop time", "dauer", "stillstand", "stillstandszeit"),
            Code, Reason, Category, Planned,
        ],
        _ =>
        [
            Key, Machine, Day, new("at", FieldType.Moment, "time", "at", "timestamp", "noticed at", "detected at", "zeit", "zeitpunkt", "zeitstempel"), Shift,
            new("type", FieldType.Text, "type", "defect", "defect type", "issue type", "fehlerart", "fehler"),
            new("severity", FieldType.Text, "severity", "priority", "schwere", "schweregrad", "prioritat"),
            new("description", FieldType.Text, "description", "text", "comment", "remark", "beschreibung", "bemerkung"),
            new("parts", FieldType.Number, "parts", "parts affected", "affected", "quantity", "qty", "count", "menge", "anzahl"),
        ],
    };
}
