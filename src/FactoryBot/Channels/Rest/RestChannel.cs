using FactoryBot.Turns;

namespace FactoryBot.Channels.Rest;

/// <summary>REST callers get their answer inside their own request. One that hung up has no address to send to; its answer stays in
/// the conversation.</summary>
internal sealed class RestChannel : IChannel
{
    public const string ChannelName = "rest";

    public string Name => ChannelName;

    public Task TypingAsync(InboundMessage message, CancellationToken cancellationToken) => Task.CompletedTask;

    public Task<Sending> SendAsync(InboundMessage message, OutboundReply reply, CancellationToken cancellationToken) =>
        Task.FromResult<Sending>(Delivery.Refused);
}
