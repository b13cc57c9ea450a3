using FactoryBot.Skills.Database;

namespace FactoryBot.Cli;

/// <summary>Says on stderr that a command waits for its database; nothing else of the log.</summary>
internal sealed class WaitNotice(TextWriter error) : ILoggerProvider, ILogger
{
    public ILogger CreateLogger(string categoryName) => this;

    public bool IsEnabled(LogLevel logLevel) => logLevel == LogLevel.Warning;

    public IDisposable? BeginScope<TState>(TState state)
        where TState : notnull => null;

    public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
    {
        if (logLevel == LogLevel.Warning && eventId.Id == DatabaseLog.WaitsForServerId)
            error.WriteLine(formatter(state, null));
    }

    public void Dispose()
    {
    }
}
