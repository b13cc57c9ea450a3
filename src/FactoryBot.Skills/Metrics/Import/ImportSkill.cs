using System.ComponentModel;
using FactoryBot.Skills.Functions;
using FactoryBot.Skills.Results;
using FactoryBot.Skills.Tenancy;

namespace FactoryBot.Skills.Metrics.Import;

internal sealed class ImportSkill(ImportSent import) : ISkill
{
    public const string Confirm = "metrics_import_confirm";

    public string Module => "metrics";

    [SkillFunction("metrics_import", Permission = Permissions.MetricsImport, Title = "Import production data from a file",
        Subjects = ["import", "import data", "import production", "production file", "upload data", "import file", "data import"])]
    [Description("Takes production data in from a file that came with the message (CSV or Excel): production, counts, cycles, stops, quality issues, machines, "
        + "products, reasons or a shift calendar. Shows first what it would bring; a button then imports it.")]
    [Example("Import this production file")]
    [Example("import this")]
    [Example("please import the attached data")]
    [Example("import the stops of last week")]
    [Example("load this export")]
    [Example("upload production data")]
    [Example("take this file in")]
    [Example("here is our production data, import it")]
    [Example("import the attached csv")]
    [Example("import this excel file")]
    [Example("load the attached file into the plant data")]
    [Example("import our shift calendar")]
    [Example("import the machines from this file")]
    public Task<SkillResult> ImportAsync(
        Asker asker,
        [Slot(SlotKind.File, Endings = [".csv", ".xlsx", ".txt", ".tsv"]), Description("The file that came with the message.")] string file,
        CancellationToken cancellationToken = default) =>
        import.PreviewAsync(asker, file, cancellationToken);

    [SkillFunction(Confirm, Permission = Permissions.MetricsImport, Title = "Import the file", ButtonOnly = true)]
    [Description("Imports a file that was shown before.")]
    public Task<SkillResult> ConfirmAsync(
        Asker asker,
        [Slot(SlotKind.File), Description("The file.")] string file,
        [Slot(SlotKind.File), Description("Its map; left out where it has none.")] string? map = null,
        [Slot(SlotKind.Choice, Values = ["skip"]), Description("What to do with rejected lines: skip leaves them out; left out: one stops the import.")] string? rejected = null,
        CancellationToken cancellationToken = default) =>
        import.ConfirmAsync(asker, file, map, rejected == "skip", cancellationToken);
}
