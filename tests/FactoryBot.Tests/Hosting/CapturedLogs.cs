using System.Collections.Concurrent;
using Microsoft.Extensions.Logging;

namespace FactoryBot.Tests.Hosting;

/// <summary>Keeps every line with its level, its values and the scopes around it.</summary>
internal sealed class CapturedLogs : ILoggerProvider, ISupportExternalScope
{
    private readonly ConcurrentQueue<(LogLevel Level, string Line)> lines = new();
    private IExternalScopeProvider scopes = new LoggerExternalScopeProvider();

    public IEnumerable<(LogLevel Level, string Line)> Lines => lines;

    public ILogger CreateLogger(string categoryName) => new CapturedLog(this, categoryName);

    public void SetScopeProvider(IExternalScopeProvider scopeProvider) => scopes = scopeProvider;

    public void Dispose()
    {
    }

    private sealed class CapturedLog(CapturedLogs logs, string category) : ILogger
    {
        public bool IsEnabled(LogLevel logLevel) => true;

        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => logs.scopes.Push(state);

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
        {
            var line = $"{category} {formatter(state, exception)} {exception}";
            if (state is IEnumerable<KeyValuePair<string, object?>> values)
                line += string.Join(' ', values);
            logs.scopes.ForEachScope((scope, _) => line += " | " + (scope is IEnumerable<KeyValuePair<string, object?>> pairs ? string.Join(' ', pairs) : scope), line);
            logs.lines.Enqueue((logLevel, line));
        }
    }
}
