using System.Globalization;
using FactoryBot.Skills.Results;

namespace FactoryBot.Skills.Metrics.Import;

/// <summary>Why a file as a whole cannot be imported, with the sentence that people read. Single lines have their reasons in the report.</summary>
internal static class ImportFailures
{
    public static string NoKind(string file, IEnumerable<string> headers) =>
        $"What {file} holds cannot be told from its headers ({string.Join(", ", headers)}). Let the map say 'kind: production', counts, cycles, stops, issues, machines, products, reasons or calendar.";

    public static string MissingField(ImportKind kind, string field, IEnumerable<string> headers) =>
        $"A file of {kind.ToString().ToLowerInvariant()} needs {field}, and no column of this one is obviously that: {string.Join(", ", headers)}. Name it in the map under 'columns', or give it under 'fixed'.";

    public static string DatesUnclear(string header, string example) =>
        $"“{example}” in {header} can be read in two ways. Let the map say 'format: {{ dates: day first }}' or 'month first'.";

    public static string NoHeader(int line) => string.Create(CultureInfo.InvariantCulture, $"The file has no line {line}, where the map says that the header is.");

    public static string TooLarge(int most) => string.Create(CultureInfo.InvariantCulture, $"The file is larger than {most / (1024 * 1024):N0} MB; split it.");

    public static SkillResult NoFile() => SkillResult.No(
        ResultStatus.NotUnderstood, "Send me the file together with your message: a CSV file or an Excel workbook (.xlsx).");

    public static SkillResult FileGone() => SkillResult.No(ResultStatus.NoRows, "That file is no longer here; please send it again.");

    public static SkillResult Unreadable(string file, string problem) => SkillResult.No(ResultStatus.NotUnderstood, $"{file} was not imported. {problem}");
}
