// What ASP.NET Core itself costs for one turn: reads an activity, posts an echo to its serviceUrl, answers 200. Nothing is checked,
// stored or logged.
using System.Text.Json.Serialization;

var builder = WebApplication.CreateSlimBuilder();
builder.Logging.ClearProviders();
builder.Services.ConfigureHttpJsonOptions(o => o.SerializerOptions.TypeInfoResolverChain.Insert(0, ActivityJson.Default));
var app = builder.Build();
using var connector = new HttpClient(new SocketsHttpHandler { UseProxy = false, UseCookies = false, ActivityHeadersPropagator = null });

app.MapPost("/api/messages", async (Activity activity, CancellationToken cancellationToken) =>
{
    if (activity.Type != "message")
        return;
    var address = $"{activity.ServiceUrl}v3/conversations/{Uri.EscapeDataString(activity.Conversation!.Id)}/activities/{activity.Id}";
    var echo = new Activity("message", null, null, activity.ChannelId, activity.Conversation, activity.Id, "echo: " + activity.Text);
    using var content = new ByteArrayContent(System.Text.Json.JsonSerializer.SerializeToUtf8Bytes(echo, ActivityJson.Default.Activity));
    content.Headers.ContentType = new("application/json");
    using var answer = await connector.PostAsync(address, content, cancellationToken);
    answer.EnsureSuccessStatusCode();
});
app.Run($"http://127.0.0.1:{args[0]}");

internal sealed record Activity(string Type, string? Id, string? ServiceUrl, string? ChannelId, Conversation? Conversation, string? ReplyToId, string? Text);

internal sealed record Conversation(string Id);

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(Activity))]
internal sealed partial class ActivityJson : JsonSerializerContext;
