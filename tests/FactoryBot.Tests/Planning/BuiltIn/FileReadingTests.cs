using System.ComponentModel;
using FactoryBot.Planning.BuiltIn;
using FactoryBot.Skills.Files;
using FactoryBot.Skills.Functions;
using FactoryBot.Skills.Results;
using FactoryBot.Skills.Tenancy;

namespace FactoryBot.Tests.Planning.BuiltIn;

public sealed class FileReadingTests
{
    private static readonly SkillFunction[] Functions = [.. SkillFunction.Of(new FilingSkill())];
    private static readonly StoredFile Counts = new(Guid.NewGuid(), "Counts week 46.csv", "text/csv", 10);
    private static readonly StoredFile Drawing = new(Guid.NewGuid(), "drawing.pdf", "application/pdf", 10);

    [Fact]
    public void Read_FileWithoutWords_AsksWhatToDoWithIt()
    {
        var outcome = Read("", sent: [Counts]);

        Assert.Equal("What shall I do with “Counts week 46.csv”?", outcome.Result!.Text);
        Assert.Equal("import the production data Counts week 46.csv", outcome.Result.Choices[0].Say);
    }

    [Fact]
    public void Read_FileOfAnotherKind_OffersOnlyWhatTakesIt()
    {
        var outcome = Read("", sent: [Drawing]);

        Assert.Equal(["Add to the documents"], outcome.Result!.Choices.Select(c => c.Title));
    }

    [Fact]
    public void Read_CallThatTakesAFile_GetsTheSentOne()
    {
        var outcome = Read("import the production data", sent: [Counts]);

        Assert.Equal(Counts.Id.ToString(), outcome.Calls.Single().Arguments["file"]);
    }

    [Fact]
    public void Read_SeveralFiles_OneCallEach()
    {
        var outcome = Read("import the production data", sent: [Counts, Counts with { Id = Guid.NewGuid(), Name = "b.csv" }]);

        Assert.Equal(2, outcome.Calls.Count);
    }

    [Fact]
    public void Read_NeedsAFile_TakesTheLastOneSentBefore()
    {
        var outcome = Read("import the production data", earlier: [Counts]);

        Assert.Equal(Counts.Id.ToString(), outcome.Calls.Single().Arguments["file"]);
    }

    [Fact]
    public void Read_FileOfAnEarlierMessage_IsNotTakenByWhatWorksWithoutOne()
    {
        var outcome = Read("add to the documents", earlier: [Drawing]);

        Assert.Empty(outcome.Calls.Single().Arguments);
    }

    [Fact]
    public void Read_FileNamedInTheWords_IsTaken()
    {
        var outcome = Read("add to the documents DRAWING.pdf", earlier: [Counts, Drawing]);

        Assert.Equal(Drawing.Id.ToString(), outcome.Calls.Single().Arguments["file"]);
    }

    [Fact]
    public void Read_NoFileAtAll_AsksForOne()
    {
        var outcome = Read("import the production data");

        Assert.Equal(ResultStatus.Clarify, outcome.Result!.Status);
        Assert.Equal("Please send me the file (.csv, .xlsx) together with that sentence.", outcome.Result.Text);
    }

    private static Outcome Read(string text, StoredFile[]? sent = null, StoredFile[]? earlier = null)
    {
        var asker = new Asker
        {
            TenantId = Guid.NewGuid(), MemberId = Guid.NewGuid(), Name = "Ana", Role = Role.Owner, Permissions = Permissions.Of(Role.Owner),
            Modules = Modules.All.ToHashSet(), TimeZone = TimeZoneInfo.Utc, Now = new(2026, 11, 21, 9, 0, 0, TimeSpan.Zero), TurnId = Guid.NewGuid(),
            Files = sent ?? [], EarlierFiles = earlier ?? [],
        };
        // Stands for the reading of words, which knows nothing of files.
        Outcome Words(Dialogue dialogue) => Outcome.Call([new(
            dialogue.Question.StartsWith("import", StringComparison.Ordinal) ? "filing_import" : "filing_add",
            new Dictionary<string, object?>(StringComparer.Ordinal))]);
        return new FileReading(asker, Functions).Read(new([], text), Words);
    }

    private sealed class FilingSkill : ISkill
    {
        public string? Module => null;

        [SkillFunction("filing_import", Permission = Permissions.TenantManage, Title = "Import production data")]
        [Description("Imports")]
        [Example("import the production data")]
        public static Task<SkillResult> ImportAsync(
            Asker asker, [Slot(SlotKind.File, Endings = [".csv", ".xlsx"]), Description("The file")] string file) => Answer(asker, file);

        [SkillFunction("filing_add", Permission = Permissions.TenantManage, Title = "Add to the documents")]
        [Description("Adds")]
        [Example("add this to the documents")]
        public static Task<SkillResult> AddAsync(Asker asker, [Slot(SlotKind.File), Description("The file")] string? file = null) => Answer(asker, file);

        private static Task<SkillResult> Answer(Asker asker, string? file) =>
            Task.FromResult(new SkillResult { Status = ResultStatus.Answered, Text = asker.Name + file });
    }
}
