using FactoryBot.Turns;

namespace FactoryBot.Channels.Terminal;

/// <summary>The terminal waits for its answers itself. One that comes unasked, because its turn was cut off earlier, is handed to the
/// chat that is open on the conversation.</summary>
internal sealed class TerminalChannel : IChannel
{
    public const string ChannelName = "terminal";

    private volatile TerminalListener? listener;

    public string Name => ChannelName;

    public void Listen(TerminalListener open) => listener = open;

    public Task TypingAsync(InboundMessage message, CancellationToken cancellationToken) => Task.CompletedTask;

    public Task<Sending> SendAsync(InboundMessage message, OutboundReply reply, CancellationToken cancellationToken)
    {
        if (listener is not { } open || open.ConversationId != message.ConversationId)
            return Task.FromResult<Sending>(Delivery.Refused);
        open.Show(reply);
        return Task.FromResult<Sending>(Delivery.Sent);
    }
}

internal sealed record TerminalListener(string ConversationId, Action<OutboundReply> Show);
