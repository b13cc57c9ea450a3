using FactoryBot.Channels.Terminal;
using FactoryBot.Turns;

namespace FactoryBot.Cli;

/// <summary>One conversation at this terminal: takes the road of every message and waits for its answer.</summary>
internal sealed class TerminalConversation(IServiceProvider services, string tenant, ChannelUser user, string id)
{
    // Longer than any turn may take: the turn's own limit ends it with its own sentence.
    private static readonly TimeSpan Longest = TimeSpan.FromMinutes(5);

    private readonly ITurnIntake intake = services.GetRequiredService<ITurnIntake>();
    private readonly TimeProvider time = services.GetRequiredService<TimeProvider>();

    public string Tenant => tenant;

    public ChannelUser User => user;

    public string ConversationId { get; } = $"terminal:{id}";

    public async Task<OutboundReply> SayAsync(string? text, CardPress? press, CancellationToken cancellationToken)
    {
        var receipt = await intake.AcceptAsync(
            new()
            {
                Channel = TerminalChannel.ChannelName,
                TenantKey = tenant,
                ConversationId = ConversationId,
                ActivityId = Guid.NewGuid().ToString("N"),
                From = user,
                Text = text ?? "",
                Press = press,
                Awaited = true,
                ReceivedAt = time.GetUtcNow(),
            },
            cancellationToken);
        if (receipt.Intake == Intake.Busy)
            throw new CommandException("Too many questions wait in this conversation; try again in a moment.");
        return await intake.WaitAsync(receipt, Longest, cancellationToken)
            ?? throw new CommandException("No answer came in time; ask again in the same conversation.");
    }
}
