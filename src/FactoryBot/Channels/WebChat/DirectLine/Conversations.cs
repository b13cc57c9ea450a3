using System.Collections.Concurrent;
using System.Security.Cryptography;
using FactoryBot.Skills.Tenancy;
using Microsoft.Extensions.Options;

namespace FactoryBot.Channels.WebChat.DirectLine;

/// <summary>Opens conversations, and lets in who has a token of one.</summary>
internal sealed class Conversations(WebChatStore store, TenantDirectory tenants, IOptions<WebChatOptions> options, TimeProvider time)
{
    private const int MostKept = 10_000;
    private static readonly TimeSpan ConnectWithin = TimeSpan.FromMinutes(2);

    private readonly ConcurrentDictionary<ConversationName, WebConversation> kept = new();

    public async Task<WebConversation> OpenAsync(Visitor visitor, CancellationToken cancellationToken)
    {
        var tenantId = await tenants.TenantOfAsync(WebChatChannel.ChannelName, visitor.TenantKey, cancellationToken);
        var conversation = new WebConversation(
            tenantId, Guid.NewGuid().ToString("N"), visitor.UserId, visitor.Name, RandomNumberGenerator.GetBytes(32), visitor.TenantKey);
        await store.ForgetAsync(tenantId, time.GetUtcNow() - TimeSpan.FromDays(options.Value.KeepDays), cancellationToken);
        await store.AddAsync(conversation, cancellationToken);
        return conversation;
    }

    /// <summary>The conversation of a good token, or why it is refused.</summary>
    /// <param name="id">The conversation that the address names; null where it names none.</param>
    public async ValueTask<(WebConversation? Conversation, DirectLineError? Refusal)> AuthenticateAsync(
        string? token, string? id, string use, CancellationToken cancellationToken)
    {
        if (DirectLineToken.Read(token) is not { } claims)
            return (null, DirectLineError.NoToken);
        if (await FindAsync(new(claims.Tid, claims.Conv), cancellationToken) is not { } conversation)
            return (null, DirectLineError.Gone);
        if (!DirectLineToken.IsSignedBy(conversation, token!) || claims.Use != use)
            return (null, DirectLineError.NoToken);
        if (id is not null && id != conversation.Id)
            return (null, DirectLineError.OtherConversation);
        return time.GetUtcNow().ToUnixTimeSeconds() >= claims.Exp ? (null, DirectLineError.Expired) : (conversation, null);
    }

    public OpenedConversation Describe(WebConversation conversation, HttpRequest? streamFor = null, string watermark = "-")
    {
        var now = time.GetUtcNow();
        var life = TimeSpan.FromMinutes(options.Value.TokenMinutes);
        string? stream = null;
        if (streamFor is not null)
        {
            var root = options.Value.PublicUrl?.AbsoluteUri.TrimEnd('/') ?? $"{streamFor.Scheme}://{streamFor.Host}{streamFor.PathBase}";
            var ticket = DirectLineToken.Write(conversation, DirectLineToken.ForStream, now + ConnectWithin);
            stream = $"ws{root["http".Length..]}{DirectLineEndpoints.Root}/conversations/{conversation.Id}/stream?watermark={Uri.EscapeDataString(watermark)}&t={ticket}";
        }
        return new(conversation.Id, DirectLineToken.Write(conversation, DirectLineToken.ForCalls, now + life), (int)life.TotalSeconds, stream);
    }

    private async ValueTask<WebConversation?> FindAsync(ConversationName name, CancellationToken cancellationToken)
    {
        if (kept.TryGetValue(name, out var known))
            return known;
        if (await store.FindAsync(name.TenantId, name.Id, cancellationToken) is not { } found)
            return null;
        if (kept.Count >= MostKept)
            kept.Clear();
        return kept[name] = found;
    }
}

/// <summary>Who opens a conversation.</summary>
/// <param name="UserId">The member's id in this channel.</param>
internal sealed record Visitor(string TenantKey, string UserId, string? Name);
