using FactoryBot.Skills.Results;

namespace FactoryBot.Skills.Notices;

/// <summary>A message that nobody has just asked for: to one member, or into one conversation.</summary>
public sealed record Notice
{
    /// <summary>What it is about, such as <c>approval:</c> and an id. The same key to the same recipient again replaces the message sent before,
    /// in place where the channel can.</summary>
    public required string Key { get; init; }

    /// <summary>The member who is told, in the chat with the bot; null where it goes into a conversation.</summary>
    public Guid? MemberId { get; init; }

    /// <summary>The conversation that is told, as <see cref="Tenancy.Asker.ConversationId"/> names it; null where it goes to a member.</summary>
    public string? ConversationId { get; init; }

    /// <summary>In a channel with threads: a post of its own and not one in the thread that the conversation is. Default false.</summary>
    public bool OnTop { get; init; }

    /// <summary>What everybody who reads along in the conversation must have the right to; null: nothing.</summary>
    public string? Needs { get; init; }

    /// <summary>What is said where not everybody there has it.</summary>
    public SkillResult? Otherwise { get; init; }

    /// <summary>What is said, in the shape of every answer.</summary>
    public required SkillResult Result { get; init; }

    public static Notice To(Guid memberId, string key, SkillResult result) => new() { MemberId = memberId, Key = key, Result = result };

    public static Notice Into(string conversationId, string key, SkillResult result) =>
        new() { ConversationId = conversationId, Key = key, Result = result };
}
