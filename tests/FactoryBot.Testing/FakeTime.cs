namespace FactoryBot.Testing;

/// <summary>A clock that a test sets. Waiting is real: only the time of day is made up.</summary>
public sealed class FakeTime(DateTimeOffset now) : TimeProvider
{
    private readonly Lock gate = new();
    private DateTimeOffset current = now;

    public override DateTimeOffset GetUtcNow()
    {
        lock (gate)
            return current.ToUniversalTime();
    }

    public void Set(DateTimeOffset moment)
    {
        lock (gate)
            current = moment;
    }

    public void Advance(TimeSpan by)
    {
        lock (gate)
            current += by;
    }
}
