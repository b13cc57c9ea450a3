using System.Text;
using System.Text.Json;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;
using FactoryBot.Skills.Cards;
using FactoryBot.Skills.Downloads;
using FactoryBot.Skills.Results;
using FactoryBot.Skills.Tenancy;
using FactoryBot.Testing;
using FactoryBot.Tests.Planning;
using FactoryBot.Tests.Planning.BuiltIn;
using FactoryBot.Turns;

namespace FactoryBot.Tests.Turns;

public sealed class DownloadTests(PostgresFixture postgres) : IClassFixture<PostgresFixture>
{
    [Fact]
    public async Task Download_AfterFigures_IsAWorkbookOfThem()
    {
        await using var host = await TurnsHarness.StartAsync(await postgres.NewConnectionStringAsync());
        await AskAsync(host, "a1", "ana", "probe_table", new { label = "Scrap by machine" });

        var reply = await AskAsync(host, "a2", "ana", "downloads_answer", new { words = "export that to excel" });

        Assert.Equal("Here is the answer to “probe_table” as an Excel file with 2 sheets: Machines, Answer. The link works for an hour.", reply.Text);
        using var book = SpreadsheetDocument.Open(new MemoryStream(await FileOfAsync(host, reply)), false);
        Assert.Equal(["Machines", "Answer"], book.WorkbookPart!.Workbook!.Descendants<DocumentFormat.OpenXml.Spreadsheet.Sheet>().Select(s => s.Name!.Value!));
        var machines = CellsOf(book, "Machines");
        Assert.Equal(["Name", "Scrap", "CNC-001", "141", "=1+1", "204"], machines.Select(c => c.InnerText));
        Assert.Null(machines[3].DataType);
        Assert.Equal(CellValues.InlineString, machines[4].DataType!.Value);
        Assert.Equal(["Figure", "Value", "Question", "probe_table", "Answer", "Scrap by machine", "Scrap rate", "0.042"], CellsOf(book, "Answer").Select(c => c.InnerText));
    }

    [Fact]
    public async Task Download_AsCsv_IsTheLongestTable()
    {
        await using var host = await TurnsHarness.StartAsync(await postgres.NewConnectionStringAsync());
        await AskAsync(host, "a1", "ana", "probe_table", new { label = "Scrap by machine" });

        var reply = await AskAsync(host, "a2", "ana", "downloads_answer", new { words = "csv please" });

        Assert.Contains("as a CSV file with the table “Machines”", reply.Text, StringComparison.Ordinal);
        Assert.Equal("Name,Scrap\r\nCNC-001,141\r\n'=1+1,204\r\n", Encoding.UTF8.GetString((await FileOfAsync(host, reply))[3..]));
    }

    [Fact]
    public async Task Download_OfFiguresThatAreADraft_SaysSoInTheNameAndInEachRow()
    {
        await using var host = await TurnsHarness.StartAsync(await postgres.NewConnectionStringAsync());
        await AskAsync(host, "a1", "ana", "probe_table", new { label = "Draft of a quote" });

        var reply = await AskAsync(host, "a2", "ana", "downloads_answer", new { words = "csv please" });

        Assert.EndsWith("-DRAFT.csv", reply.File!.Name, StringComparison.Ordinal);
        Assert.Equal("DRAFT,Name,Scrap\r\nDRAFT,CNC-001,141\r\nDRAFT,'=1+1,204\r\n", Encoding.UTF8.GetString((await FileOfAsync(host, reply))[3..]));
        using var book = SpreadsheetDocument.Open(new MemoryStream(await FileOfAsync(host, await AskAsync(host, "a3", "ana", "downloads_answer", new { words = "excel" }))), false);
        Assert.Equal(["DRAFT Machines", "DRAFT Answer"], book.WorkbookPart!.Workbook!.Descendants<DocumentFormat.OpenXml.Spreadsheet.Sheet>().Select(s => s.Name!.Value!));
    }

    [Fact]
    public async Task Download_OfAnAnswerThatOffersItsFile_IsThatFile()
    {
        await using var host = await TurnsHarness.StartAsync(await postgres.NewConnectionStringAsync());
        var file = await host.Files.KeepAsync(TenantDirectory.DemoTenant, new("all-rows.csv", "text/csv", "Name\r\nAll\r\n"u8.ToArray()), CancellationToken.None);
        var offered = host.Links.Button("CSV", TenantDirectory.DemoTenant, file, TimeSpan.FromHours(1));
        var rows = new SkillResult
        {
            Status = ResultStatus.Answered, Text = "Three rows.",
            Card = new() { Body = [new ActionSet { Actions = [offered] }], FallbackText = "Three rows.", Lang = "en" },
        };

        var reply = await new DownloadAnswer(new Given(rows), host.Files, host.Links).RunAsync("as csv", TestSkill.Asker(), CancellationToken.None);

        Assert.Equal("Here is the answer to “all rows” as a CSV file.", reply.Text);
        Assert.Equal(offered.Url, Assert.IsType<OpenUrlAction>(reply.Card!.Actions!.Single()).Url);
    }

    [Fact]
    public void ShowingAgain_IsEveryFunctionThatShowsAnAnswerAgain() =>
        Assert.Equal(Asked.All.Where(f => f.ShowsAgain).Select(f => f.Name).Order(StringComparer.Ordinal), GivenAnswerStore.ShowingAgain.Split(' ').Order(StringComparer.Ordinal));

    private sealed class Given(SkillResult result) : IGivenAnswers
    {
        public Task<GivenAnswer?> LastAsync(Guid tenantId, Guid beforeTurn, CancellationToken cancellationToken) => Task.FromResult<GivenAnswer?>(null);

        public Task<GivenAnswer?> FindAsync(Guid tenantId, Guid turnId, Guid besideTurn, CancellationToken cancellationToken) => Task.FromResult<GivenAnswer?>(null);

        public Task<GivenResult?> LastResultAsync(Asker asker, CancellationToken cancellationToken) => Task.FromResult<GivenResult?>(new("all rows", result));
    }

    [Fact]
    public async Task Download_WhereSomebodyElseAskedLast_IsTheAskersOwnAnswer()
    {
        await using var host = await TurnsHarness.StartAsync(await postgres.NewConnectionStringAsync());
        await AskAsync(host, "a1", "ana", "probe_table", new { label = "Margins" }, "c-group");

        var other = await AskAsync(host, "a2", "ben", "downloads_answer", new { words = "export that" }, "c-group");

        Assert.Equal(ResultStatus.NoRows, other.Status);
        Assert.Null(other.File);
    }

    [Fact]
    public async Task Download_OfAnAnswerWithoutFigures_SaysSo()
    {
        await using var host = await TurnsHarness.StartAsync(await postgres.NewConnectionStringAsync());
        await AskAsync(host, "a1", "ana", "probe_say", new { label = "Hello" });

        Assert.Equal(ResultStatus.NoRows, (await AskAsync(host, "a2", "ana", "downloads_answer", new { words = "export that" })).Status);
    }

    private static async Task<byte[]> FileOfAsync(TurnsHarness host, SkillResult reply)
    {
        var button = Assert.IsType<OpenUrlAction>(reply.Card!.Actions!.Single());
        var linked = host.Links.Read(reply.File!.Ticket)!;
        Assert.Contains(reply.File.Ticket, button.Url, StringComparison.Ordinal);
        return (await host.Files.ReadAsync(linked.TenantId, linked.FileId, CancellationToken.None))!.Content;
    }

    private static List<Cell> CellsOf(SpreadsheetDocument book, string name)
    {
        var sheet = book.WorkbookPart!.Workbook!.Descendants<DocumentFormat.OpenXml.Spreadsheet.Sheet>().Single(s => s.Name == name);
        return [.. ((WorksheetPart)book.WorkbookPart.GetPartById(sheet.Id!.Value!)).Worksheet!.Descendants<Cell>()];
    }

    private static async Task<SkillResult> AskAsync(TurnsHarness host, string activity, string who, string function, object data, string? conversation = null)
    {
        conversation ??= "c-" + who;
        var receipt = await host.Intake.AcceptAsync(
            TurnsHarness.Message(activity, conversation) with
            {
                From = new(who, who),
                Press = new(function, JsonSerializer.SerializeToElement(data)),
                Reference = JsonSerializer.SerializeToElement(new { conversation }),
                Awaited = true,
            },
            CancellationToken.None);
        return (await host.Intake.WaitAsync(receipt, TimeSpan.FromSeconds(30), CancellationToken.None))!.Result;
    }
}
