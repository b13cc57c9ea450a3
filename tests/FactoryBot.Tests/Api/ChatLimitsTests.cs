namespace FactoryBot.Tests.Api;

public sealed class ChatLimitsTests
{
    [Fact]
    public async Task PostChat_MessageAtTheLimit_IsAnswered()
    {
        await using var host = await ApiHost.StartAsync();

        Assert.True((await host.ChatAsync(new { message = new string('x', 2_000) })).IsSuccessStatusCode);
    }

    [Fact]
    public async Task PostChat_MessageOverTheLimit_SaysBothLengths()
    {
        await using var host = await ApiHost.StartAsync();

        var sentence = await (await host.ChatAsync(new { message = new string('x', 2_001) })).RefusedAsync(400, "message-too-long");

        Assert.Equal("A message may have 2,000 characters; this one has 2,001.", sentence);
        Assert.Empty(host.Intake.Messages);
    }

    [Fact]
    public async Task PostChat_FiftyMessages_IsAnsweredAndFiftyOneAreNot()
    {
        await using var host = await ApiHost.StartAsync();

        Assert.True((await host.ChatAsync(new { message = "x", history = Said(49, 10) })).IsSuccessStatusCode);
        var sentence = await (await host.ChatAsync(new { message = "x", history = Said(50, 10) })).RefusedAsync(400, "too-many-messages");

        Assert.Equal("At most 50 messages are read, the new one included; there are 51.", sentence);
    }

    [Fact]
    public async Task PostChat_FiftyThousandCharacters_IsAnsweredAndOneMoreIsNot()
    {
        await using var host = await ApiHost.StartAsync();

        Assert.True((await host.ChatAsync(new { message = new string('x', 2_000), history = Said(24, 2_000) })).IsSuccessStatusCode);
        var sentence = await (await host.ChatAsync(new { message = "x", history = Said(25, 2_000) })).RefusedAsync(400, "too-many-characters");

        Assert.Equal("All messages together may have 50,000 characters; these have 50,001.", sentence);
    }

    [Fact]
    public async Task PostChat_LongMessageInTheHistory_IsNamed()
    {
        await using var host = await ApiHost.StartAsync();

        var sentence = await (await host.ChatAsync(new { message = "x", history = Said(1, 2_001) })).RefusedAsync(400, "history-message-too-long");

        Assert.Contains("history[0]", sentence, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("{\"message\": \"\"}", 400, "message-empty", "")]
    [InlineData("{\"message\": \" \\n \"}", 400, "message-empty", "")]
    [InlineData("{}", 400, "field-missing", "'message'")]
    [InlineData("{\"message\": null}", 400, "field-missing", "'message'")]
    [InlineData("{\"message\": 7}", 400, "wrong-type", "'message'")]
    [InlineData("{\"message\": \"x\", \"tenantId\": \"other\"}", 400, "unknown-field", "'tenantId'")]
    [InlineData("{\"message\": \"x\", \"history\": [{\"role\": \"user\", \"content\": \"x\", \"name\": \"x\"}]}", 400, "unknown-field", "'history[0].name'")]
    [InlineData("{\"message\": \"x\", \"history\": [{\"role\": \"system\", \"content\": \"x\"}]}", 400, "unknown-role", "'history[0].role'")]
    [InlineData("{\"message\": \"x\", \"history\": [{\"role\": \"user\"}]}", 400, "content-missing", "'history[0].content'")]
    [InlineData("{\"message\": \"x\", \"history\": [null]}", 400, "unknown-role", "'history[0].role'")]
    [InlineData("{\"message\": \"x\", \"history\": {}}", 400, "wrong-type", "'history'")]
    [InlineData("{\"message\": \"x\", \"history\": [7]}", 400, "wrong-type", "'history[0]'")]
    [InlineData("{\"message\": \"x\", \"conversationId\": \"a/b\"}", 400, "bad-conversation-id", "")]
    [InlineData("{\"message\": \"x\", \"conversationId\": \"a\", \"history\": [{\"role\": \"user\", \"content\": \"x\"}]}", 400, "history-twice", "")]
    [InlineData("{\"message\": \"x\", \"message\": \"y\"}", 400, "malformed-json", "")]
    [InlineData("{\"message\": \"x\"", 400, "malformed-json", "")]
    [InlineData("[]", 400, "malformed-json", "")]
    [InlineData("", 400, "body-missing", "")]
    public async Task PostChat_BadBody_IsRefusedWithItsOwnSentence(string body, int status, string code, string named)
    {
        await using var host = await ApiHost.StartAsync();

        var sentence = await (await host.ChatTextAsync(body)).RefusedAsync(status, code);

        Assert.Contains(named, sentence, StringComparison.Ordinal);
        Assert.DoesNotContain("System.", sentence, StringComparison.Ordinal);
        Assert.Empty(host.Intake.Messages);
    }

    [Fact]
    public async Task PostChat_OtherContentType_IsRefused()
    {
        await using var host = await ApiHost.StartAsync();

        await (await host.ChatTextAsync("message=x", "application/x-www-form-urlencoded")).RefusedAsync(415, "not-json");
    }

    [Fact]
    public async Task PostChat_HugeBody_IsRefusedBeforeItIsRead()
    {
        await using var host = await ApiHost.StartAsync();

        await (await host.ChatAsync(new { message = new string('x', 600_000) })).RefusedAsync(413, "body-too-large");
    }

    private static object[] Said(int count, int length) =>
        [.. Enumerable.Range(0, count).Select(object (i) => new { role = i % 2 == 0 ? "user" : "assistant", content = new string('x', length) })];
}
