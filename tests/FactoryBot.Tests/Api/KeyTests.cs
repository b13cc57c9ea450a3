using FactoryBot.Skills.Tenancy;
using FactoryBot.Skills.Tenancy.Audit;
using FactoryBot.Skills.Tenancy.Keys;
using FactoryBot.Testing;
using Microsoft.Extensions.DependencyInjection;

namespace FactoryBot.Tests.Api;

public sealed class KeyTests(PostgresFixture postgres) : IClassFixture<PostgresFixture>
{
    [Theory]
    [InlineData("Authorization", "Bearer ")]
    [InlineData("X-Api-Key", "")]
    public async Task Request_WithKey_IsItsMembers(string header, string before)
    {
        await using var host = await StartAsync();
        var key = await host.UseKeyAsync(Role.Analyst);
        host.Client.DefaultRequestHeaders.Authorization = null;
        host.Client.DefaultRequestHeaders.Add(header, before + key.Secret);

        Assert.True((await host.ChatAsync(new { message = "hi" })).IsSuccessStatusCode);

        Assert.Equal(("demo", $"key:{key.Id}"), (host.Intake.Messages[0].TenantKey, host.Intake.Messages[0].From.Id));
    }

    [Fact]
    public async Task Request_WithUnknownKey_IsRefused()
    {
        await using var host = await StartAsync();
        host.Client.DefaultRequestHeaders.Authorization = new("Bearer", "fb_" + new string('x', 43));

        await (await host.ChatAsync(new { message = "hi" })).RefusedAsync(401, "key-unknown");
    }

    [Fact]
    public async Task Request_WithRevokedKey_IsRefused()
    {
        await using var host = await StartAsync();
        var key = await host.UseKeyAsync(Role.Owner);
        Assert.True((await host.ChatAsync(new { message = "hi" })).IsSuccessStatusCode);

        await host.Services.GetRequiredService<ApiKeys>().RevokeAsync(TenantDirectory.DemoTenant, key.Id, AuditActor.CommandLine, CancellationToken.None);

        await (await host.ChatAsync(new { message = "hi" })).RefusedAsync(401, "key-unknown");
    }

    [Fact]
    public async Task Request_WithTwoKeys_IsRefused()
    {
        await using var host = await StartAsync();
        await host.UseKeyAsync(Role.Owner);
        host.Client.DefaultRequestHeaders.Add("X-Api-Key", "fb_another");

        await (await host.ChatAsync(new { message = "hi" })).RefusedAsync(401, "key-twice");
    }

    [Fact]
    public async Task Chat_TwoKeys_AreCountedApartAndKeepTheirConversationsApart()
    {
        await using var host = await StartAsync(("Api:ChatPerMinute", "1"));
        await host.UseKeyAsync(Role.Viewer);
        await host.ChatAsync(new { message = "hi", conversationId = "c1" });
        await (await host.ChatAsync(new { message = "hi" })).RefusedAsync(429, "too-many-requests");

        await host.UseKeyAsync(Role.Viewer);

        Assert.True((await host.ChatAsync(new { message = "hi", conversationId = "c1" })).IsSuccessStatusCode);
        Assert.NotEqual(host.Intake.Messages[0].ConversationId, host.Intake.Messages[1].ConversationId);
    }

    private async Task<ApiHost> StartAsync(params (string, string)[] more) => await ApiHost.StartAsync(
        [("ConnectionStrings:FactoryBot", await postgres.NewConnectionStringAsync()), ("Api:DangerouslyAllowLoopbackWithoutKey", "false"), .. more]);
}
