using System.ComponentModel.DataAnnotations;

namespace FactoryBot.Turns;

/// <summary>Limits of the turns of this host. Section <c>Turns</c>.</summary>
public sealed class TurnOptions
{
    /// <summary>Seconds a turn may take before the asker is told that it took too long. Default 60, range 1 to 600.</summary>
    [Range(1, 600)] public int TimeLimitSeconds { get; set; } = 60;

    /// <summary>Turns that run at the same time on this host. Default 32, range 1 to 1,000.</summary>
    [Range(1, 1000)] public int Concurrent { get; set; } = 32;

    /// <summary>Accepted messages that may wait on this host; more are answered "busy". Default 5,000, range 1 to 1,000,000.</summary>
    [Range(1, 1_000_000)] public int Waiting { get; set; } = 5_000;

    /// <summary>Messages of one conversation that may wait; more are answered "busy". Default 50, range 1 to 10,000.</summary>
    [Range(1, 10_000)] public int WaitingPerConversation { get; set; } = 50;

    /// <summary>Milliseconds before a typing indicator is shown. Default 1,000, range 50 to 10,000.</summary>
    [Range(50, 10_000)] public int TypingAfterMilliseconds { get; set; } = 1_000;

    /// <summary>Earlier questions of a conversation that a planner sees. Default 10, range 0 to 100.</summary>
    [Range(0, 100)] public int History { get; set; } = 10;

    /// <summary>Seconds between two looks for turns that a dead host left behind. Default 3, range 1 to 300.</summary>
    [Range(1, 300)] public int TakeOverEverySeconds { get; set; } = 3;

    /// <summary>Seconds, after this host had lost the database and found it again, in which answers that another host has stored are left to that
    /// host to bring: it may have lost and found it just so. Default 5, range 0 to 60.</summary>
    [Range(0, 60)] public int SettleSeconds { get; set; } = 5;

    /// <summary>Seconds that running turns get to end when the host stops. Default 10, range 0 to 120.</summary>
    [Range(0, 120)] public int DrainSeconds { get; set; } = 10;

    /// <summary>Minutes that an answer is tried to be delivered while the channel does not answer. Default 60, range 1 to 1,440.</summary>
    [Range(1, 1440)] public int DeliverForMinutes { get; set; } = 60;

    /// <summary>Minutes after which an idle conversation is dropped from memory (never from the database). Default 30, range 1 to 1,440.</summary>
    [Range(1, 1440)] public int IdleMinutes { get; set; } = 30;
}
