using System.Runtime.CompilerServices;
using System.Text.Json;
using System.Text.RegularExpressions;
using FactoryBot.Skills.Results;

namespace FactoryBot.Tests.Planning.BuiltIn;

internal enum Verdict
{
    Right,
    AskedBack,
    Wrong,
}

/// <summary>A sentence as somebody wrote it, and what it must lead to.</summary>
internal sealed record Utterance
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web);

    public required string Say { get; init; }

    /// <summary>What was said before in the same conversation.</summary>
    public string[] After { get; init; } = [];

    /// <summary>The calls expected, as "function; argument=value".</summary>
    public string[]? Calls { get; init; }

    /// <summary>It must be asked back, or the words not understood named.</summary>
    public bool Asks { get; init; }

    public bool Talk { get; init; }
    public bool Refused { get; init; }
    public string As { get; init; } = "Owner";

    /// <summary>The module that is switched off.</summary>
    public string? Off { get; init; }

    public static IReadOnlyList<string> Files => [.. Directory.GetFiles(Folder(), "*.jsonl").Select(f => Path.GetFileName(f)).Order(StringComparer.Ordinal)];

    public static IReadOnlyList<Utterance> Read(string file) =>
        [.. File.ReadLines(Path.Combine(Folder(), file)).Where(l => l.Length > 0).Select(l => JsonSerializer.Deserialize<Utterance>(l, Json)!)];

    private static string Folder([CallerFilePath] string here = "") => Path.Combine(Path.GetDirectoryName(here)!, "utterances");

    public async Task<(Verdict Verdict, string Got)> JudgeAsync()
    {
        var asked = await new Asked(As, Off).SayAsync([.. After, Say]);
        var got = asked.Calls.Count > 0 ? string.Join(" | ", asked.Calls) : $"{asked.Result!.Status}: {asked.Result.Text} [{string.Join(", ", asked.Result.Choices.Select(c => c.Title))}]";
        var askedBack = asked.Calls.Count == 0 && asked.Result!.Status is ResultStatus.Clarify or ResultStatus.NotUnderstood;
        var right = Calls is not null ? IsSame(asked.Calls.Select(Usual)) || IsSame(asked.Calls.Select(Usual).Select(WithoutTold)) || AreSideBySide(Calls, asked.Calls)
            : Talk ? asked.Calls.Count == 0 && asked.Result!.Status == ResultStatus.Answered
            : Refused ? asked.Calls.Count == 0 && asked.Result!.Status == ResultStatus.NoRight
            : Asks && askedBack;
        return (right ? Verdict.Right : askedBack ? Verdict.AskedBack : Verdict.Wrong, got);
    }

    private bool IsSame(IEnumerable<string> calls) => Calls!.Select(Usual).SequenceEqual(calls);

    // A bound without a unit is a percentage where the figure is one; the OEE is what is ranked where nothing is said.
    private static string Usual(string call) =>
        Regex.Replace(Regex.Replace(call, "(; limit=(?:above|below|at least|at most) [0-9.]+) %", "$1"), "^metrics_rank; figure=OEE(?=;|$)", "metrics_rank");

    // The few longest stops are told with the downtime as well, and lead the answer where they are asked for. "The best day ever" was read without any time.
    private static string WithoutTold(string call) => Regex.Replace(Regex.Replace(call, "; limit=longest [1-5](?=;|$)", ""), "; period=2000-01-01/[0-9-]+", "");

    // The same figure of two places or times, expected one after the other and answered side by side with the difference.
    private static bool AreSideBySide(string[] expected, IReadOnlyList<string> got)
    {
        if (expected is not [var one, var other] || got is not [var pair] || !pair.StartsWith("metrics_compare; figure=", StringComparison.Ordinal))
            return false;
        string[] first = one.Split("; "), second = other.Split("; ");
        var (left, right) = (first.Except(second).ToList(), second.Except(first).ToList());
        return first[0] == second[0] && left is [var own] && right is [var differs]
            && pair.Split("; ")[2..].Order().SequenceEqual(first[1..].Append("other" + char.ToUpperInvariant(differs[0]) + differs[1..]).Order())
            && own.Split('=')[0] == differs.Split('=')[0];
    }
}
