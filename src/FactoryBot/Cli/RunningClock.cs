namespace FactoryBot.Cli;

/// <summary>A clock that was set to another moment and runs on from there.</summary>
internal sealed class RunningClock(DateTimeOffset start) : TimeProvider
{
    private readonly long started = System.GetTimestamp();

    public override DateTimeOffset GetUtcNow() => start.ToUniversalTime() + System.GetElapsedTime(started);
}
