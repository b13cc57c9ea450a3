using System.Globalization;
using FactoryBot.Skills.Cards;
using FactoryBot.Skills.Metrics.Demo;

namespace FactoryBot.Skills.Metrics.Import;

/// <summary>The picture of an import; of a trial with the buttons that do it.</summary>
internal static class ImportCard
{
    public const int MostLines = 10;

    /// <param name="fileId">The file that the buttons take in; null: it is done.</param>
    public static AdaptiveCard Of(ImportReport report, string? fileId, string? mapId)
    {
        var body = new List<CardElement>
        {
            TextBlock.Heading(report.Outcome == ImportOutcome.Checked ? $"Preview · {report.File}" : $"Import · {report.File}"),
            TextBlock.Of(ImportText.Headline(report)),
            new FactSet { Facts = Facts(report), Spacing = Spacing.Medium },
        };
        body.AddRange(Lines("Rejected lines", report.Rejected.Select(line => (line.Line, line.Reason)).ToList(), TextColor.Attention));
        body.AddRange(Lines("To know", report.Notes.Select(note => (note.Line, note.Note)).ToList(), TextColor.Warning));
        if (report.Version is { } version)
            body.Add(TextBlock.Subtle(string.Create(CultureInfo.InvariantCulture, $"{report.Lines:N0} lines · {report.Format} · data version {version}")) with { Separator = true });
        // What is imported is there before the demo goes.
        if (report is { BesideTheDemo: true, Outcome: ImportOutcome.Imported or ImportOutcome.NothingNew })
            body.Add(new ActionSet { Actions = [DemoAnswers.Remove()] });
        if (fileId is not null && Buttons(report, fileId, mapId).ToList() is { Count: > 0 } buttons)
            body.Add(new ActionSet { Actions = buttons });
        return new() { Body = body, FallbackText = ImportText.Headline(report), Lang = "en" };
    }

    private static List<Fact> Facts(ImportReport report)
    {
        var facts = new List<Fact>
        {
            new("Read as", $"{report.Kind.ToString().ToLowerInvariant()} ({report.Format})"),
            new("New", Number(report.Rows.New)),
            new("Changed", Number(report.Rows.Changed)),
            new("There already", Number(report.Rows.Unchanged)),
            new("Rejected", Number(report.Rejected.Count)),
        };
        if (report.Guessed.Count > 0)
            facts.Add(new("Guessed", string.Join(", ", report.Guessed.Select(g => $"{g.Field} = {g.Header}"))));
        if (report.Unread.Count > 0)
            facts.Add(new("Not read", string.Join(", ", report.Unread)));
        if (report.Made.Count > 0)
            facts.Add(new("New names", string.Join(", ", report.Made.Take(MostLines)) + (report.Made.Count > MostLines ? " …" : "")));
        return facts;
    }

    private static IEnumerable<CardElement> Lines(string title, List<(int Line, string What)> lines, TextColor color)
    {
        if (lines.Count == 0)
            yield break;
        yield return TextBlock.Of(title) with { Weight = TextWeight.Bolder, Separator = true, Spacing = Spacing.Medium };
        foreach (var (line, what) in lines.Take(MostLines))
            yield return TextBlock.Of(string.Create(CultureInfo.InvariantCulture, $"Line {line}: {what}")) with { Color = color, Spacing = Spacing.None };
        if (lines.Count > MostLines)
            yield return TextBlock.Subtle(string.Create(CultureInfo.InvariantCulture, $"and {lines.Count - MostLines:N0} more"));
    }

    private static IEnumerable<CardAction> Buttons(ImportReport report, string fileId, string? mapId)
    {
        if (!report.Rows.ChangesAnything)
            yield break;
        var data = new List<(string, string)> { ("file", fileId) };
        if (mapId is not null)
            data.Add(("map", mapId));
        if (report.Rejected.Count == 0)
            yield return ExecuteAction.Of("Import", ImportSkill.Confirm, data);
        else
            yield return ExecuteAction.Of($"Import without the rejected {(report.Rejected.Count == 1 ? "line" : "lines")}", ImportSkill.Confirm, [.. data, ("rejected", "skip")]);
    }

    private static string Number(int number) => number.ToString("N0", CultureInfo.InvariantCulture);
}
