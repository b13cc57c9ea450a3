using System.Collections.Concurrent;
using FactoryBot.Skills.Files;
using FactoryBot.Skills.Functions;
using FactoryBot.Skills.Results;
using FactoryBot.Turns;

namespace FactoryBot.Tests.Channels.Teams;

/// <summary>An inbox in memory: keeps each message once, as the real one does, and answers what the test says.</summary>
internal sealed class FakeIntake : ITurnIntake, IConversations, ISentMessages, IOfferedFiles, ILookUp
{
    private readonly ConcurrentDictionary<(string, string, string), Guid> turns = new();

    public ConcurrentQueue<InboundMessage> Accepted { get; } = [];

    /// <summary>The file behind the ticket "good" of the tenant "contoso"; behind any other there is none.</summary>
    public FileContent Offered { get; } = new(new(Guid.NewGuid(), "Q-00001-v1.pdf", "application/pdf", 5), "%PDF-"u8.ToArray());

    public Task<FileContent?> ReadAsync(string channel, string tenantKey, string ticket, CancellationToken cancellationToken) =>
        Task.FromResult(ticket == "good" ? Offered : null);

    public ConcurrentQueue<string> Forgotten { get; } = [];

    public bool Busy { get; set; }

    public Exception? Error { get; set; }

    public Func<InboundMessage, SkillResult?> Answer { get; set; } = _ => Words("It works.");

    public bool ByModel { get; set; }

    public static SkillResult Words(string text) => new() { Status = ResultStatus.Answered, Text = text };

    public Task<IntakeReceipt> AcceptAsync(InboundMessage message, CancellationToken cancellationToken)
    {
        if (Error is not null)
            throw Error;
        if (Busy)
            return Task.FromResult(new IntakeReceipt(Intake.Busy, Guid.Empty, Guid.Empty));
        var turn = Guid.NewGuid();
        var stored = turns.GetOrAdd((message.TenantKey, message.ConversationId, message.ActivityId), turn);
        if (stored == turn)
            Accepted.Enqueue(message);
        return Task.FromResult(new IntakeReceipt(stored == turn ? Intake.Accepted : Intake.Duplicate, Guid.Empty, stored));
    }

    public Task<OutboundReply?> WaitAsync(IntakeReceipt receipt, TimeSpan atMost, CancellationToken cancellationToken) =>
        Task.FromResult(Answer(Accepted.Last()) is { } result ? Reply(result, ByModel) : null);

    public Task ForgetAsync(string channel, string tenantKey, string conversationId, CancellationToken cancellationToken)
    {
        Forgotten.Enqueue($"{channel} {tenantKey} {conversationId}");
        return Task.CompletedTask;
    }

    /// <summary>The turns of sent messages, by the messages' ids.</summary>
    public Dictionary<string, Guid> Sent { get; } = [];

    public Task<Guid?> TurnOfAsync(string channel, string tenantKey, string conversationId, string messageId, CancellationToken cancellationToken) =>
        Task.FromResult(Sent.TryGetValue(messageId, out var turn) ? turn : (Guid?)null);

    public ConcurrentQueue<(string TenantKey, string User, string Words)> LookedUp { get; } = [];

    public IReadOnlyList<Found> Things { get; set; } = [];

    public Task<IReadOnlyList<Found>> FindAsync(string channel, string tenantKey, ChannelUser user, string words, CancellationToken cancellationToken)
    {
        LookedUp.Enqueue((tenantKey, user.Id, words));
        return Task.FromResult(Things);
    }

    public static OutboundReply Reply(SkillResult result, bool byModel = false) =>
        new() { TurnId = Guid.NewGuid(), Result = result, ByModel = byModel, WordsByModel = byModel };
}
