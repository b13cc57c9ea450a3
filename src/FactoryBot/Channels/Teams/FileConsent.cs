using System.Net.Http.Headers;
using System.Text.Json;
using FactoryBot.Channels.Teams.Connector;
using FactoryBot.Channels.Teams.Wire;
using FactoryBot.Skills.Files;
using FactoryBot.Skills.Results;
using FactoryBot.Turns;

namespace FactoryBot.Channels.Teams;

/// <summary>Puts a file of an answer into the asker's own OneDrive, once they have agreed. Teams knows that in chats with one person only.</summary>
internal sealed class FileConsent(
    HttpMessageInvoker http, ConnectorClient connector, IOfferedFiles files, TimeProvider time, ILogger<FileConsent> log)
{
    public const string InvokeName = "fileConsent/invoke";

    private const string ContextField = "ticket";
    // Of all clouds. The address comes with the activity: a file goes nowhere else.
    private static readonly string[] OneDrive = [".sharepoint.com", ".sharepoint.us", ".sharepoint-mil.us", ".sharepoint.cn"];
    private static readonly TimeSpan TimeLimit = TimeSpan.FromSeconds(10);

    /// <summary>Whether the conversation can be asked: local clients draw no such card, and prove nobody's OneDrive.</summary>
    public static bool CanAsk(TeamsReference reference) =>
        reference is { Verified: true, ChannelId: TeamsChannel.ChannelName } && ActivityMapping.Scope(reference.Conversation) == ConversationScope.Personal;

    public Task<ConnectorAnswer> AskAsync(TeamsReference reference, OfferedFile file, CancellationToken cancellationToken) =>
        connector.SendAsync(reference, Written(reference with { ActivityId = null }, "application/vnd.microsoft.teams.card.file.consent", file.Name, null, json =>
        {
            json.WriteString("description"u8, "Save it in your OneDrive?");
            json.WriteNumber("sizeInBytes"u8, file.Size);
            json.WriteStartObject("acceptContext"u8);
            json.WriteString(ContextField, file.Ticket);
            json.WriteEndObject();
            json.WriteStartObject("declineContext"u8);
            json.WriteEndObject();
        }), cancellationToken);

    /// <summary>What the person said to it. The card that asked makes way for the outcome.</summary>
    public async Task AnsweredAsync(Activity activity, TeamsCaller caller, CancellationToken hungUp)
    {
        if (!caller.Verified || activity.Value.Child("action").String() != "accept")
        {
            await SayAsync(activity, caller, TeamsFailures.NotSaved, hungUp);
            return;
        }
        var upload = activity.Value.Child("uploadInfo");
        if (activity.Value.Child("context").Child(ContextField).String() is not { } ticket
            || await files.ReadAsync(TeamsChannel.ChannelName, caller.TenantKey, ticket, hungUp) is not { } file)
            await SayAsync(activity, caller, TeamsFailures.FileGone, hungUp);
        else if (!Uri.TryCreate(upload.Child("uploadUrl").String(), UriKind.Absolute, out var url) || !await PutAsync(url, file, hungUp))
            await SayAsync(activity, caller, TeamsFailures.FileNotSaved, hungUp);
        else
            await ShowAsync(activity, caller, upload, file.File.Name, hungUp);
    }

    // The address is OneDrive's, good for this one upload; our token has no business there.
    private async Task<bool> PutAsync(Uri url, FileContent file, CancellationToken cancellationToken)
    {
        if (url.Scheme != Uri.UriSchemeHttps || !Array.Exists(OneDrive, d => url.Host.EndsWith(d, StringComparison.OrdinalIgnoreCase)))
            return false;
        using var own = new CancellationTokenSource(TimeLimit, time);
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(own.Token, cancellationToken);
        try
        {
            using var request = new HttpRequestMessage(HttpMethod.Put, url);
            request.Content = new ByteArrayContent(file.Content);
            request.Content.Headers.ContentType = new("application/octet-stream");
            request.Content.Headers.ContentRange = new ContentRangeHeaderValue(0, file.Content.Length - 1, file.Content.Length);
            using var response = await http.SendAsync(request, limit.Token);
            return response.IsSuccessStatusCode;
        }
        catch (Exception error) when (error is HttpRequestException or IOException || (own.IsCancellationRequested && !cancellationToken.IsCancellationRequested))
        {
            log.FileUploadFailed(error, url.Host);
            return false;
        }
    }

    private Task ShowAsync(Activity activity, TeamsCaller caller, JsonElement? upload, string name, CancellationToken cancellationToken) =>
        ReplaceAsync(activity, caller, to => Written(to, "application/vnd.microsoft.teams.card.file.info", name, upload.Child("contentUrl").String(), json =>
        {
            if (upload.Child("uniqueId").String() is { } id)
                json.WriteString("uniqueId"u8, id);
            if (upload.Child("fileType").String() is { } type)
                json.WriteString("fileType"u8, type);
        }), cancellationToken);

    private Task SayAsync(Activity activity, TeamsCaller caller, string words, CancellationToken cancellationToken) =>
        ReplaceAsync(activity, caller, to =>
        {
            var output = new PooledBuffer(1024);
            using (var json = ActivityWriter.Over(output))
                ActivityWriter.Message(json, to, new(words, null, ByModel: false, []));
            return output.Written;
        }, cancellationToken);

    private async Task ReplaceAsync(
        Activity activity, TeamsCaller caller, Func<TeamsReference, ReadOnlyMemory<byte>> message, CancellationToken cancellationToken)
    {
        var to = ActivityMapping.Reference(activity, caller, activityId: null, activity.ReplyToId);
        if (activity.ReplyToId is not { Length: > 0 } card || (await connector.UpdateAsync(to, card, message(to), cancellationToken)).Gone)
            await connector.SendAsync(to, message(to), cancellationToken);
    }

    private static ReadOnlyMemory<byte> Written(TeamsReference to, string type, string name, string? url, Action<Utf8JsonWriter> content)
    {
        var output = new PooledBuffer(1024);
        using (var json = ActivityWriter.Over(output))
            ActivityWriter.Attachment(json, to, type, name, url, content);
        return output.Written;
    }
}
