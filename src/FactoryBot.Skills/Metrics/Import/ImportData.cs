using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace FactoryBot.Skills.Metrics.Import;

/// <summary>An import as REST returns it.</summary>
/// <param name="Outcome">imported, nothing_new, checked or stopped.</param>
/// <param name="Kind">What each line was read as.</param>
/// <param name="Lines">Lines below the header.</param>
/// <param name="Rejected">Lines that were not taken, with the reason.</param>
/// <param name="Notes">What to know about lines that were taken.</param>
/// <param name="Guessed">Columns whose meaning was guessed from the header.</param>
/// <param name="Unread">Columns that nothing was read from.</param>
/// <param name="Made">Names that were made.</param>
/// <param name="Version">The data version after it; missing where nothing was written.</param>
internal sealed record ImportData(
    string File, string Outcome, string Kind, string Format, int Lines, int New, int Changed, int Unchanged, DateOnly? From, DateOnly? To,
    IReadOnlyList<RejectedLine> Rejected, IReadOnlyList<LineNote> Notes, IReadOnlyDictionary<string, string> Guessed, IReadOnlyList<string> Unread,
    IReadOnlyList<string> Made, long? Version)
{
    private static readonly JsonWriterOptions Readable = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static ImportData Of(ImportReport report) => new(
        report.File,
        report.Outcome switch
        {
            ImportOutcome.Imported => "imported",
            ImportOutcome.NothingNew => "nothing_new",
            ImportOutcome.Checked => "checked",
            _ => "stopped",
        },
        report.Kind.ToString().ToLowerInvariant(), report.Format, report.Lines, report.Rows.New, report.Rows.Changed, report.Rows.Unchanged, report.From, report.To,
        report.Rejected, report.Notes, report.Guessed.ToDictionary(g => g.Field, g => g.Header), report.Unread, report.Made, report.Version);

    public string ToJson()
    {
        var output = new System.Buffers.ArrayBufferWriter<byte>();
        using (var writer = new Utf8JsonWriter(output, Readable))
            JsonSerializer.Serialize(writer, this, ImportJson.Default.ImportData);
        return System.Text.Encoding.UTF8.GetString(output.WrittenSpan);
    }

    public JsonElement ToElement() => JsonSerializer.SerializeToElement(this, ImportJson.Default.ImportData);
}

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(ImportData))]
internal sealed partial class ImportJson : JsonSerializerContext;
