using System.Net.Http.Json;
using System.Text;
using System.Text.Json;
using FactoryBot.Skills.Tenancy;
using FactoryBot.Skills.Tenancy.Audit;
using FactoryBot.Skills.Tenancy.Keys;
using Microsoft.Extensions.DependencyInjection;

namespace FactoryBot.Tests.Api;

internal static class ApiCalls
{
    public static Task<HttpResponseMessage> ChatAsync(this ApiHost host, object body) =>
        host.Client.PostAsJsonAsync("/api/chat", body);

    public static Task<HttpResponseMessage> FeedbackAsync(this ApiHost host, object body) =>
        host.Client.PostAsJsonAsync("/api/chat/feedback", body);

    public static Task<HttpResponseMessage> ChatTextAsync(this ApiHost host, string body, string contentType = "application/json") =>
        host.Client.PostAsync("/api/chat", new StringContent(body, Encoding.UTF8, contentType));

    /// <summary>Makes a key of this role and has the client send it.</summary>
    public static async Task<CreatedApiKey> UseKeyAsync(this ApiHost host, Role role, Guid? tenant = null)
    {
        var key = await host.Services.GetRequiredService<ApiKeys>().CreateAsync(
            tenant ?? TenantDirectory.DemoTenant, "Test " + role, role, AuditActor.CommandLine, CancellationToken.None);
        host.Client.DefaultRequestHeaders.Authorization = new("Bearer", key.Secret);
        return key;
    }

    public static async Task<JsonElement> JsonAsync(this HttpResponseMessage response) =>
        JsonDocument.Parse(await response.Content.ReadAsStringAsync()).RootElement;

    /// <summary>Checks that the answer is problem details with this status and code, and returns its sentence.</summary>
    public static async Task<string> RefusedAsync(this HttpResponseMessage response, int status, string code)
    {
        var text = await response.Content.ReadAsStringAsync();
        Assert.True(status == (int)response.StatusCode, $"{(int)response.StatusCode} {text}");
        Assert.Equal("application/problem+json", response.Content.Headers.ContentType?.MediaType);
        var problem = JsonDocument.Parse(text).RootElement;
        Assert.Equal("urn:factorybot:problem:" + code, problem.GetProperty("type").GetString());
        Assert.Equal(status, problem.GetProperty("status").GetInt32());
        Assert.NotEqual("", problem.GetProperty("title").GetString());
        return problem.GetProperty("detail").GetString()!;
    }
}
