using FactoryBot.Skills.Documents.Gaps;
using FactoryBot.Skills.Documents.Systems;
using FactoryBot.Skills.Results;
using FactoryBot.Skills.Tenancy;

namespace FactoryBot.Skills.Tests.Documents.Gaps;

public sealed class ReplayGapsTests(PostgresFixture postgres) : IClassFixture<PostgresFixture>
{
    private const string Coolant = "how often is the coolant of the lathe changed?";

    [Fact]
    public async Task Replay_AnswerThatDidNotHelp_ClosesNothingUntilTheDocumentSaysOtherwise()
    {
        await using var host = new DocumentsHost(await postgres.NewDatabaseAsync());
        await host.AddAsync("coolant.md", "# Coolant\n\nThe coolant of the lathe is changed every week.\n");
        await host.AskAsync(Coolant);
        await host.Get<TakeOpinion>().AnswerAsync(host.Asker(Role.Viewer), "that did not help because the page is old", default);

        await host.AddAsync("badge.md", "# Badges\n\nThe badge reader is reset with a key.\n");
        Assert.Equal(0, await host.ReplayGapsAsync());

        await host.AddAsync("coolant.md", "# Coolant\n\nThe coolant of the lathe is changed every two weeks since May.\n");
        Assert.Equal(1, await host.ReplayGapsAsync());
    }

    [Fact]
    public async Task List_GapOfAQuestionThatGoesOn_SaysWhatItGoesOnFrom()
    {
        await using var host = new DocumentsHost(await postgres.NewDatabaseAsync());
        await host.AddAsync("coolant.md", "# Coolant\n\nThe coolant of the lathe is changed every week.\n");
        await host.AskAsync(Coolant);
        await host.AskAsync("and who may do that?");

        Assert.Contains($"“and who may do that? (after: {Coolant})”", (await GapsAsync(host)).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Answer_GapOfAQuestionThatGoesOn_IsKeptForThatQuestionAlone()
    {
        await using var host = new DocumentsHost(await postgres.NewDatabaseAsync());
        await host.AddAsync("coolant.md", "# Coolant\n\nThe coolant of the lathe is changed every week.\n");
        await host.AddAsync("chuck.md", "# Chuck\n\nThe chuck is greased every Monday.\n");
        await host.AskAsync(Coolant);
        await host.AskAsync("and who may do that?");
        await host.Get<CloseGap>().WithAnswerAsync(host.Asker(Role.Manager), "answer gap 1: the setters", default);

        await host.AskAsync("when is the chuck greased?");
        Assert.DoesNotContain("the setters", (await host.AskAsync("and who may do that?")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Replay_QuestionThatNamesAnErpSystem_IsAnsweredFromItsDocumentsAlone()
    {
        await using var host = new DocumentsHost(await postgres.NewDatabaseAsync());
        await host.AddAsync("reports.md", "# Reports\n\nReports are printed from the list of reports.\n", "ERP");
        await host.Get<ManageSystems>().PutAsync(host.Asker(Role.Manager), new() { Name = "Nova", Sets = ["ERP"] }, default);
        await host.AddAsync("coolant.md", "# Coolant\n\nThe coolant of the lathe is changed every week.\n");
        Assert.Equal(ResultStatus.NoRows, (await host.AskAsync("in Nova, how often is the coolant of the lathe changed?")).Status);

        Assert.Equal(0, await host.ReplayGapsAsync());
    }

    [Theory]
    [InlineData("assign gap 7 to me")]
    [InlineData("close gap 7")]
    public async Task Decide_GapThatIsNotThere_SaysSo(string message)
    {
        await using var host = new DocumentsHost(await postgres.NewDatabaseAsync());

        Assert.StartsWith("There is no open gap of that number.", (await host.Get<DecideGap>().WithWordsAsync(host.Asker(Role.Manager), message, default)).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task AccountsFor_WhoDoesSomethingThatNoDocumentSays_IsAGap()
    {
        await using var host = new DocumentsHost(await postgres.NewDatabaseAsync());
        Assert.False(await host.AccountsForAsync("who repairs the compressor in the hall?"));
        await host.AddAsync("coolant.md", "# Coolant\n\nThe coolant of the lathe is changed every week.\n");

        Assert.True(await host.AccountsForAsync("who repairs the compressor in the hall?"));
    }

    private static Task<SkillResult> GapsAsync(DocumentsHost host) => host.Get<ListGaps>().AnswerAsync(host.Asker(Role.Manager), default);
}
