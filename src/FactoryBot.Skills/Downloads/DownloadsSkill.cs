using System.ComponentModel;
using FactoryBot.Skills.Functions;
using FactoryBot.Skills.Results;
using FactoryBot.Skills.Tenancy;

namespace FactoryBot.Skills.Downloads;

/// <summary>What was answered, as a file.</summary>
internal sealed class DownloadsSkill(DownloadAnswer download) : ISkill
{
    public string? Module => null;

    [SkillFunction("downloads_answer", ShowsAgain = true, Title = "The last answer as Excel or CSV", Permission = Permissions.AnswersDownload,
        Subjects = ["excel file of the answer", "csv file of the answer"], Unlearned = true)]
    [Description("Gives the figures of the asker's last answer in this conversation as an Excel or a CSV file.")]
    [Example("Export that to Excel")]
    [Example("download this as csv")]
    [Example("can I get that as a spreadsheet?")]
    public Task<SkillResult> Answer(
        Asker asker,
        [Slot(SlotKind.Message, Values =
        [
            "^export $", "^export this", "^export that", "^export it", "^export these", "^export the answer", "^export the table", "^export the figures", "^export the data", "^export the result",
            "^export the numbers", "^export as", "^export to excel", "^export to csv", "^export in excel",
            "^download $", "^download this", "^download that", "^download it", "^download these", "^download the answer", "^download the table", "^download the figures", "^download the data",
            "^download the result", "^download the numbers", "^download as excel", "^download as csv", "^download as xlsx",
            "^excel $", "^excel file $", "^csv $", "^csv file $", "^xlsx $", "^as excel $", "^as an excel $", "^as an excel file $", "^as csv $", "^as a csv $", "^as xlsx $", "^as a spreadsheet $",
            "^in excel $", "^to excel $", "^into excel $",
            "^this ... excel $", "^that ... excel $", "^it ... excel $", "^this as csv", "^that as csv", "^it as csv",
            "^save this as", "^save that as", "^save it as",
            "^send me this as excel", "^send me that as excel", "^send me that as an excel", "^send me this as an excel", "^send me that as csv", "^send me this as csv", "^send me that as a spreadsheet",
            "^send me the excel", "^send me an excel",
            "^give me this ... excel", "^give me that ... excel", "^give me it ... excel", "^give me the excel", "^give me the csv", "^give me an excel", "^give me that as csv", "^give me this as csv",
            "^can i get ... excel", "^can i have ... excel", "^can i get ... spreadsheet", "^can i have ... spreadsheet", "^can i get ... csv", "^can i have ... csv",
            "^show me this ... excel", "^show me that ... excel", "^show this ... excel", "^show that ... excel", "^send it ... excel", "^send it ... csv", "^send this ... excel", "^send that ... excel", "^mail me that ... excel",
            "^can i download", "^can i export", "^i need that in excel", "^i need this in excel", "^i need that as excel", "^i need this as excel",
            "^put that in excel", "^put this in excel", "^put it in excel", "^put that into excel", "^put this into excel", "^put it into excel", "^put that in a spreadsheet", "^put it in a spreadsheet",
        ])]
        [Description("The person's words: they say whether Excel or CSV is meant.")]
        string? words = null,
        CancellationToken cancellationToken = default) => download.RunAsync(words, asker, cancellationToken);
}
