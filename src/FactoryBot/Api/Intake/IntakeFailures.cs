using System.Globalization;

namespace FactoryBot.Api.Intake;

internal static class IntakeFailures
{
    public static Problem NotAForm { get; } = new(415, "not-a-form", "The body must be a form",
        "Send the file as 'multipart/form-data' in a part called file, and the map, if there is one, in a part called map.");

    public static Problem NoFile { get; } = new(400, "file-missing", "The file is missing", "Send it in a part called file.");

    public static Problem UnknownKind(string kind, IEnumerable<string> known) => new(400, "unknown-kind", "This kind of file is not known",
        $"The kind '{(kind.Length > 40 ? kind[..40] : kind)}' is none of {string.Join(", ", known)}.");

    public static Problem Unreadable(string problem) => new(400, "file-unreadable", "The file cannot be read", problem);

    public static Problem NoRows { get; } = new(400, "rows-missing", "There are no rows", "Send at least one row in 'rows'.");

    public static Problem TooManyRows(int most) => new(413, "too-many-rows", "There are too many rows",
        string.Create(CultureInfo.InvariantCulture, $"A batch may have {most:N0} rows."));
}
