using FactoryBot.Skills.Files;

namespace FactoryBot.Skills.Tenancy;

/// <summary>Who asks, and when: given by the turn, never by the words of a message or the arguments of a model.</summary>
public sealed record Asker
{
    public required Guid TenantId { get; init; }
    public required Guid MemberId { get; init; }
    public required string Name { get; init; }
    public required Role Role { get; init; }

    /// <summary>Permissions such as <c>metrics.view</c>, from the role.</summary>
    public required IReadOnlySet<string> Permissions { get; init; }

    /// <summary>Modules that the tenant has switched on: metrics, analysis, quotes, knowledge, documents, operations.</summary>
    public required IReadOnlySet<string> Modules { get; init; }

    /// <summary>The plant's time zone: "yesterday" is a day of the plant, not of the server.</summary>
    public required TimeZoneInfo TimeZone { get; init; }

    /// <summary>The moment the question was asked; all words for time are read from it.</summary>
    public required DateTimeOffset Now { get; init; }

    /// <summary>The turn that is being answered; ties queries, log lines, usage and audit entries together.</summary>
    public required Guid TurnId { get; init; }

    /// <summary>The conversation in which the question was asked, as <see cref="Notices.Notice.ConversationId"/> names it; null outside of one.</summary>
    public string? ConversationId { get; init; }

    /// <summary>The channel or group that the conversation is a thread of, the same for all its threads; null where there are no threads.</summary>
    public string? RoomId { get; init; }

    /// <summary>Whether others read along where it was asked.</summary>
    public bool InGroup { get; init; }

    /// <summary>Files that came with the message, kept and ready to be read.</summary>
    public IReadOnlyList<StoredFile> Files { get; init; } = [];

    /// <summary>Files of the last message of the conversation that brought any.</summary>
    public IReadOnlyList<StoredFile> EarlierFiles { get; init; } = [];

    /// <summary>Today in the plant.</summary>
    public DateOnly Today => DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(Now, TimeZone).DateTime);

    /// <summary>A file of this conversation by its id; null where it is none of them.</summary>
    public StoredFile? File(string? id) => Guid.TryParse(id, out var wanted) ? Files.Concat(EarlierFiles).FirstOrDefault(f => f.Id == wanted) : null;

    public bool May(string permission) => Permissions.Contains(permission);
}
