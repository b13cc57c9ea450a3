using FactoryBot.Skills.Database;
using FactoryBot.Skills.Documents.Gaps;
using FactoryBot.Skills.Documents.Ready;
using FactoryBot.Skills.Documents.Synonyms;
using FactoryBot.Skills.Documents.Systems;
using FactoryBot.Skills.Results;
using FactoryBot.Skills.Tenancy;
using Dapper;

namespace FactoryBot.Skills.Tests.Documents;

public sealed class LibraryTests(PostgresFixture postgres) : IClassFixture<PostgresFixture>
{
    [Fact]
    public async Task ReadyAnswer_AnyOfItsPhrasings_IsGivenWithWhoKeepsIt()
    {
        await using var host = new DocumentsHost(await postgres.NewDatabaseAsync());
        await KeepAsync(host, "Ready answer.\nQuestion: Who resets my password?\nQuestion: I forgot my password\nAnswer: The help desk, 4711.");

        var answer = await host.AskAsync("hi, i forgot my password!");

        Assert.Equal("The help desk, 4711. [1]", answer.Text);
        Assert.Equal("Answer kept by Olga, 21 Nov 2026", answer.Sources[0].Title);
        Assert.True(await host.AccountsForAsync("who resets my password"));
    }

    [Fact]
    public async Task ReadyAnswer_PhrasingThatAnotherHad_GoesToTheNewOne()
    {
        await using var host = new DocumentsHost(await postgres.NewDatabaseAsync());
        await KeepAsync(host, "Question: who resets passwords? Answer: The help desk.");
        await KeepAsync(host, "Question: who resets passwords? Answer: Anna.");

        Assert.StartsWith("Anna.", (await host.AskAsync("Who resets passwords")).Text, StringComparison.Ordinal);
        Assert.StartsWith("1 ready answer:", (await host.Get<KeepAnswers>().ListAsync(host.Asker(Role.Owner), default)).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task ReadyAnswer_MessageWithoutAQuestion_AsksForTheForm()
    {
        await using var host = new DocumentsHost(await postgres.NewDatabaseAsync());

        Assert.Equal(ResultStatus.Clarify, (await KeepAsync(host, "ready answer the help desk")).Status);
    }

    [Fact]
    public async Task AnswerGap_OpenGap_IsClosedAnsweredAndItsAskerTold()
    {
        await using var host = await FilledAsync();
        await host.AskAsync("What torque do I tighten the spindle bolts to?");
        var gap = await GapAsync(host);

        var closed = await host.Get<CloseGap>().WithAnswerAsync(host.Asker(Role.Owner), $"answer gap {gap}: 45 Nm.", default);

        Assert.Equal(ResultStatus.Answered, closed.Status);
        Assert.Equal("45 Nm. [1]", (await host.AskAsync("what torque do i tighten the spindle bolts to")).Text);
        Assert.Equal(1, await CountAsync(host, "select count(*) from notices.notice where key like 'documents gap:%'"));
        Assert.Equal(ResultStatus.NoRows, (await host.Get<CloseGap>().WithAnswerAsync(host.Asker(Role.Owner), $"answer gap {gap}: again", default)).Status);
    }

    [Fact]
    public async Task DecideGap_ByWords_IsTakenAndClosedOnlyByWhatAnswersIt()
    {
        await using var host = await FilledAsync();
        await host.AskAsync("What torque do I tighten the spindle bolts to?");
        var gap = await GapAsync(host);
        var decide = host.Get<DecideGap>();

        Assert.Equal(ResultStatus.Clarify, (await decide.WithWordsAsync(host.Asker(Role.Owner), $"assign gap {gap} to Peter", default)).Status);
        Assert.Equal(ResultStatus.Answered, (await decide.WithWordsAsync(host.Asker(Role.Owner), $"Assign gap {gap} to me please", default)).Status);
        Assert.Equal("assigned", await QueryAsync<string>(host, "select status from documents.gap"));
        Assert.EndsWith($"answer gap {gap}: (the answer).", (await decide.WithWordsAsync(host.Asker(Role.Owner), $"close gap {gap}", default)).Text, StringComparison.Ordinal);
        await host.AddAsync("spindle.md", "# Spindle bolts\n\nTighten the spindle bolts with a torque of 45 Nm.\n");
        Assert.Equal(ResultStatus.Answered, (await decide.WithWordsAsync(host.Asker(Role.Owner), $"close gap {gap}", default)).Status);
        Assert.Equal("closed", await QueryAsync<string>(host, "select status from documents.gap"));
    }

    [Fact]
    public async Task Opinion_ThatItDidNotHelp_IsAGapWithItsReason()
    {
        await using var host = await FilledAsync();
        await host.AskAsync("how do I post scrap?");

        await host.Get<TakeOpinion>().AnswerAsync(host.Asker(Role.Viewer), "that did not help because the page is old", default);

        Assert.Equal(1, await CountAsync(host, "select count(*) from documents.question where not helped and reason = 'the page is old' and cardinality(pieces) > 0"));
        Assert.Equal(1, await CountAsync(host, "select count(*) from documents.gap where kind = 'rejected'"));
    }

    [Fact]
    public async Task Opinions_OfAnswers_AreListedWithReasonAndDocument()
    {
        await using var host = await FilledAsync();
        Assert.Equal(ResultStatus.NoRows, (await host.Get<ListOpinions>().AnswerAsync(host.Asker(Role.Owner), default)).Status);
        await host.AskAsync("how do I post scrap?");
        await host.Get<TakeOpinion>().AnswerAsync(host.Asker(Role.Viewer), "that did not help because the *page* is old", default);

        var listed = await host.Get<ListOpinions>().AnswerAsync(host.Asker(Role.Owner), default);

        Assert.Equal("The last opinion: 0 helped, 1 did not. “how do I post scrap?” was not answered: the *page* is old.", listed.Text);
        Assert.Contains("the \\*page\\* is old", listed.Card!.FallbackText, StringComparison.Ordinal);
        Assert.Contains("Post scrap", listed.Data!.Value.GetRawText(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Opinion_OfSomebodyElsesTurn_ChangesNothing()
    {
        await using var host = await FilledAsync();
        await host.AskAsync("how do I post scrap?");
        var turn = await QueryAsync<Guid>(host, "select turn_id from documents.question");

        await host.Get<TakeOpinion>().TakeAsync(host.Asker(Role.Viewer) with { MemberId = Guid.NewGuid() }, turn, false, null, default);

        Assert.Equal(1, await CountAsync(host, "select count(*) from documents.question where helped is null"));
    }

    [Fact]
    public async Task Synonym_OfThePlant_FindsWhatTheDocumentCallsOtherwise()
    {
        await using var host = await FilledAsync();
        var synonyms = host.Get<ManageSynonyms>();
        Assert.Equal(ResultStatus.NoRows, (await host.AskAsync("how do I post glumpf?")).Status);

        await synonyms.AddAsync(host.Asker(Role.Owner), "please add the synonym glumpf = scrap", default);

        Assert.Equal(ResultStatus.Answered, (await host.AskAsync("how do I post glumpf?")).Status);
        Assert.Equal("1 synonym: glumpf | scrap.", (await synonyms.ListAsync(host.Asker(Role.Owner), default)).Text);
        Assert.Equal(ResultStatus.Answered, (await synonyms.RemoveAsync(host.Asker(Role.Owner), "remove synonym glumpf = scrap", default)).Status);
        Assert.Equal(ResultStatus.NoRows, (await host.AskAsync("how do I post glumpf?")).Status);
    }

    [Theory]
    [InlineData("add synonym sponge = pad", "sponge | pad")]
    [InlineData("add the synonym: bill > invoice", "bill > invoice")]
    [InlineData("sponge is the same as pad", "sponge | pad")]
    [InlineData("add synonym sponge", null)]
    [InlineData("add synonym a > b > c", null)]
    public void LineOf_Message_IsTheLineOrNothing(string message, string? line) => Assert.Equal(line, ManageSynonyms.LineOf(message));

    [Fact]
    public async Task Systems_QuestionThatNamesOne_IsAnsweredFromItsSetsAlone()
    {
        await using var host = new DocumentsHost(await postgres.NewDatabaseAsync());
        await host.AddAsync("a.md", "# Post scrap\n\nPost scrap in the Alder journal.\n", "Alder");
        await host.AddAsync("b.md", "# Post scrap\n\nPost scrap on the Birch screen.\n", "Birch");
        var systems = host.Get<ManageSystems>();
        await systems.PutAsync(host.Asker(Role.Owner), new() { Name = "Alder ERP", Version = "12", Modules = ["Production"], Sets = ["Alder"] }, default);
        await systems.PutAsync(host.Asker(Role.Owner), new() { Name = "Birch", Sets = ["Birch"] }, default);

        var answer = await host.AskAsync("how do I post scrap in birch?");

        Assert.Contains("Birch screen", answer.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("Alder", answer.Text, StringComparison.Ordinal);
        Assert.Equal("2 ERP systems: Alder ERP 12 (Alder); Birch (Birch).", (await systems.ListAsync(host.Asker(Role.Viewer), default)).Text);
    }

    [Fact]
    public async Task Ask_DocumentsThatContradict_NamesBothTheNewerFirst()
    {
        await using var host = await FilledAsync();
        await host.AddAsync("old.md", "# Coolant\n\nThe coolant of the press is changed every 30 days.\n");
        await host.AddAsync("new.md", "# Coolant of presses\n\nThe coolant of the press is changed every 14 days.\n");
        await ExecuteAsync(host, "update documents.document set dated_at = case name when 'new.md' then timestamptz '2026-06-01' else timestamptz '2024-06-01' end");

        var answer = await host.AskAsync("how often is the coolant of the press changed?");

        Assert.StartsWith("The documents contradict each other. Coolant of presses (new.md, 1 Jun 2026)", answer.Text, StringComparison.Ordinal);
        Assert.Equal(["new.md", "old.md"], answer.Sources.Select(s => s.Title.Split('(')[1].TrimEnd(')')));
    }

    private static Task<SkillResult> KeepAsync(DocumentsHost host, string message) => host.Get<KeepAnswers>().KeepAsync(host.Asker(Role.Owner), message, default);

    private static async Task<long> GapAsync(DocumentsHost host) => await QueryAsync<long>(host, "select gap_id from documents.gap");

    private static async Task<long> CountAsync(DocumentsHost host, string sql) => await QueryAsync<long>(host, sql);

    private static async Task<T> QueryAsync<T>(DocumentsHost host, string sql)
    {
        await using var scope = await host.Database.OpenAsync(DocumentsHost.Tenant, default);
        return (await scope.Connection.QuerySingleAsync<T>(sql))!;
    }

    private static async Task ExecuteAsync(DocumentsHost host, string sql)
    {
        await using var scope = await host.Database.OpenAsync(DocumentsHost.Tenant, default);
        await scope.Connection.ExecuteAsync(sql);
        await scope.CommitAsync(default);
    }

    private async Task<DocumentsHost> FilledAsync()
    {
        var host = new DocumentsHost(await postgres.NewDatabaseAsync());
        await host.AddAsync("scrap.md", "# Post scrap\n\n1. Open the **Output Journal**.\n2. Enter the scrap quantity.\n3. Choose **Post**.\n");
        await host.AddAsync("purchase.md", "# Purchase orders\n\n## To cancel a purchase order\n\nChoose Cancel on the purchase order.\n");
        return host;
    }
}
