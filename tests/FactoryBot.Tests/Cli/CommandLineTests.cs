using System.Text.Json;
using Dapper;
using FactoryBot.Skills.Tenancy;

namespace FactoryBot.Tests.Cli;

public sealed class CommandLineTests(PostgresFixture postgres) : IClassFixture<PostgresFixture>
{
    [Fact]
    public async Task Ask_Json_PrintsOneObject()
    {
        var terminal = await NewAsync();

        var (code, output, error) = await terminal.RunAsync("", "ask", "OEE last week?", "--json");

        var answer = JsonDocument.Parse(output).RootElement;
        Assert.Equal((0, ""), (code, error));
        Assert.Equal("answered", answer.GetProperty("status").GetString());
        Assert.Equal("You said: OEE last week?", answer.GetProperty("text").GetString());
        Assert.Equal("built-in", answer.GetProperty("planner").GetString());
        Assert.Equal(1.5, answer.GetProperty("milliseconds").GetDouble());
        Assert.Equal(JsonValueKind.Array, answer.GetProperty("calls").ValueKind);
    }

    [Fact]
    public async Task Ask_JsonWithoutADatabase_PrintsOneFailedObjectAndOneSentence()
    {
        var terminal = new Terminals("Host=127.0.0.1;Port=1;Username=x;Password=x;Database=x", ("Database:StartSeconds", "1"));

        var (code, output, error) = await terminal.RunAsync("", "ask", "OEE?", "--json");

        var answer = JsonDocument.Parse(output).RootElement;
        Assert.Equal(1, code);
        Assert.Equal("failed", answer.GetProperty("status").GetString());
        Assert.Contains("No PostgreSQL answers at 127.0.0.1:1", answer.GetProperty("text").GetString(), StringComparison.Ordinal);
        var lines = error.Split('\n', StringSplitOptions.RemoveEmptyEntries);
        Assert.Contains("Waiting up to 1 s", lines[0], StringComparison.Ordinal);
        Assert.Equal(answer.GetProperty("text").GetString(), Assert.Single(lines[1..]));
    }

    [Fact]
    public async Task Audit_WithoutATenant_ChecksAll()
    {
        var terminal = await NewAsync();
        await terminal.RunAsync("", "tenant", "create", "msteams:1", "--name", "Acme");

        var (code, output, error) = await terminal.RunAsync("", "audit", "verify");

        Assert.Equal((0, ""), (code, error));
        Assert.Contains("'demo' is intact", output, StringComparison.Ordinal);
        Assert.Contains("'msteams:1' is intact", output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task QuotesRules_AreAddedShownTakenBackAndRemovedByWhoMay()
    {
        var connection = await postgres.NewConnectionStringAsync();
        var terminal = new Terminals(connection) { Whole = true };
        Assert.Equal(1, (await terminal.RunAsync("", "quotes", "rules", "list")).Code);
        await JoinAsync(connection, ("Olga", "owner"), ("Ana", "analyst"));

        var (code, output, error) = await terminal.RunAsync("", "quotes", "rules", "add", "quotes over 10,000 need a manager, then the owner");
        Assert.Equal((0, ""), (code, error));
        Assert.Contains("Amount from 10,000: manager", output, StringComparison.Ordinal);
        Assert.Contains("10,000", (await terminal.RunAsync("", "quotes", "rules", "list")).Output, StringComparison.Ordinal);
        Assert.Equal(0, (await terminal.RunAsync("", "quotes", "rules", "remove", "2")).Code);
        Assert.Contains("Back again", (await terminal.RunAsync("", "quotes", "rules", "undo")).Output, StringComparison.Ordinal);

        var (refused, _, why) = await terminal.RunAsync("", "quotes", "rules", "add", "quotes over 1 need a manager", "--as", "analyst");
        Assert.Equal(1, refused);
        Assert.NotEmpty(why);
        var (wrong, _, what) = await terminal.RunAsync("", "quotes", "rules", "add", "quotes of a blue moon need Ana");
        Assert.Equal(1, wrong);
        Assert.Contains("did not understand the rule", what, StringComparison.Ordinal);
        Assert.Equal(1, (await terminal.RunAsync("", "quotes", "rules", "preview", "Q-00077")).Code);
    }

    [Fact]
    public async Task Ask_InAPipe_PrintsWordsAndNumberedButtons()
    {
        var terminal = await NewAsync();

        var (_, output, _) = await terminal.RunAsync("", "ask", "OEE?");

        Assert.Equal(
            ["You said: OEE?", "  1) and the week before? – What was it the week before?"],
            output.Split('\n', StringSplitOptions.RemoveEmptyEntries));
    }

    [Fact]
    public async Task Ask_Now_SetsTheClock()
    {
        var terminal = await NewAsync();

        await terminal.RunAsync("", "ask", "OEE?", "--now", "2026-03-01T08:00+01:00");

        var asked = terminal.Intake.Messages.Single().ReceivedAt;
        Assert.InRange(asked, new(2026, 3, 1, 7, 0, 0, TimeSpan.Zero), new(2026, 3, 1, 7, 5, 0, TimeSpan.Zero));
    }

    [Fact]
    public async Task Ask_SameConversationTwice_ContinuesIt()
    {
        var terminal = await NewAsync();

        await terminal.RunAsync("", "ask", "OEE?", "--conversation", "7");
        await terminal.RunAsync("", "ask", "and before?", "--conversation", "7");
        await terminal.RunAsync("", "ask", "and before?");

        var ids = terminal.Intake.Messages.Select(m => m.ConversationId).ToArray();
        Assert.Equal(ids[0], ids[1]);
        Assert.NotEqual(ids[1], ids[2]);
        Assert.Equal(3, terminal.Intake.Messages.Select(m => m.ActivityId).Distinct().Count());
    }

    [Fact]
    public async Task Ask_AsARole_IsAMemberWithThatRole()
    {
        var connection = await postgres.NewConnectionStringAsync();
        var terminal = new Terminals(connection);

        var (code, _, error) = await terminal.RunAsync("", "ask", "OEE?", "--as", "manager");

        Assert.Equal((0, ""), (code, error));
        var message = terminal.Intake.Messages.Single();
        Assert.Equal(("terminal", "demo", "cli:manager"), (message.Channel, message.TenantKey, message.From.Id));
        var (_, shown, _) = await terminal.RunAsync("", "tenant", "show");
        Assert.Contains("People: none yet", shown, StringComparison.Ordinal);
        var (_, audit, _) = await terminal.RunAsync("", "audit", "verify");
        Assert.Equal("The audit log of 'demo' is intact: 1 entry in order.", audit.Trim());
    }

    [Theory]
    [InlineData("Nobody in tenant 'demo' is called 'Zed'.", "ask", "OEE?", "--as", "Zed")]
    [InlineData("There is no tenant 'acme'", "ask", "OEE?", "--tenant", "acme")]
    [InlineData("'soon' is not a date or time", "ask", "OEE?", "--now", "soon")]
    [InlineData("Required argument 'question' missing", "ask")]
    [InlineData("--days takes 1 to", "demo", "--days", "0")]
    [InlineData("--days takes 1 to", "demo", "--days", "x")]
    [InlineData("--seed takes a whole number. 'factorybot demo --help'", "demo", "--seed", "x")]
    [InlineData("'factorybot key' needs one of these behind it: create, list, revoke.", "key")]
    [InlineData("'12' is not the id of a key", "key", "revoke", "12")]
    [InlineData("The key needs a name", "key", "create", " ")]
    [InlineData("'nonsense'", "nonsense")]
    [InlineData("'b'", "ask", "a", "b", "--json")]
    [InlineData("'boss' is not a role", "key", "create", "x", "--role", "boss")]
    [InlineData("begins with msteams: or slack:", "tenant", "create", "acme", "--name", "Acme")]
    public async Task Any_WrongUse_FailsWithASentence(string sentence, params string[] args)
    {
        var terminal = await NewAsync();

        var (code, output, error) = await terminal.RunAsync("", args);

        Assert.Equal((1, ""), (code, output));
        Assert.Single(error.Split('\n', StringSplitOptions.RemoveEmptyEntries));
        Assert.Contains(sentence, error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Chat_ANumber_SaysTheButton()
    {
        var terminal = await NewAsync();

        var (code, output, _) = await terminal.RunAsync("OEE?\n1\n\nquit\nnever asked\n", "chat");

        Assert.Equal(0, code);
        Assert.Equal(["OEE?", "What was it the week before?"], terminal.Intake.Messages.Select(m => m.Text));
        Assert.Single(terminal.Intake.Messages.Select(m => m.ConversationId).Distinct());
        Assert.Contains("> What was it the week before?", output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Key_CreatedListedRevoked_IsPrintedOnce()
    {
        var terminal = await NewAsync();

        var (_, secret, _) = await terminal.RunAsync("", "key", "create", "Dashboard", "--role", "analyst");
        var (_, listed, _) = await terminal.RunAsync("", "key", "list");
        var id = listed.Split('\n')[1].Split(' ')[0];
        var (revoked, _, _) = await terminal.RunAsync("", "key", "revoke", id);
        var (again, _, error) = await terminal.RunAsync("", "key", "revoke", id);

        Assert.StartsWith("fb_", secret, StringComparison.Ordinal);
        Assert.Contains("Dashboard", listed, StringComparison.Ordinal);
        Assert.DoesNotContain(secret.Trim(), listed, StringComparison.Ordinal);
        Assert.Equal((0, 1), (revoked, again));
        Assert.Contains("no such key", error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Tenant_Created_IsListed()
    {
        var terminal = await NewAsync();

        var (code, _, _) = await terminal.RunAsync("", "tenant", "create", "msteams:1", "--name", "Acme", "--time-zone", "Europe/Paris");
        var (_, listed, _) = await terminal.RunAsync("", "tenant", "list");

        Assert.Equal(0, code);
        Assert.Contains("msteams:1  Acme        Europe/Paris", listed, StringComparison.Ordinal);
        Assert.Contains(TenantDirectory.DemoKey, listed, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Demo_DaysAndEnd_LoadsThem()
    {
        var terminal = await NewAsync();

        var (code, output, error) = await terminal.RunAsync("", "demo", "--days", "3", "--end", "2026-11-20");

        Assert.Equal((0, ""), (code, error));
        Assert.Contains("2026-11-18 to 2026-11-20", output, StringComparison.Ordinal);
    }

    private static async Task JoinAsync(string connection, params (string Name, string Role)[] people)
    {
        await using var owner = new Npgsql.NpgsqlConnection(connection);
        foreach (var (name, role) in people)
            await owner.ExecuteAsync("insert into tenancy.member (tenant_id, member_id, name, role) values (@tenant, gen_random_uuid(), @name, @role)", new { tenant = TenantDirectory.DemoTenant, name, role });
    }

    private async Task<Terminals> NewAsync() => new(await postgres.NewConnectionStringAsync());
}
