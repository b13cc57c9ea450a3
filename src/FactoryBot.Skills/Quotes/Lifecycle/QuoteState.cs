using System.Text.Json.Serialization;

namespace FactoryBot.Skills.Quotes.Lifecycle;

[JsonConverter(typeof(JsonStringEnumConverter<QuoteState>))]
internal enum QuoteState { Draft, Submitted, Approved, Rejected, ChangesRequested, Sent, Won, Lost, Expired, Cancelled }

/// <summary>Which state may follow which: the only place that says so in the code; the database says the same and enforces it.</summary>
internal static class QuoteStates
{
    private static readonly Dictionary<QuoteState, QuoteState[]> Moves = new()
    {
        [QuoteState.Draft] = [QuoteState.Submitted, QuoteState.Cancelled],
        [QuoteState.Submitted] = [QuoteState.Approved, QuoteState.Rejected, QuoteState.ChangesRequested, QuoteState.Draft, QuoteState.Cancelled],
        [QuoteState.Approved] = [QuoteState.Sent, QuoteState.Draft, QuoteState.Expired, QuoteState.Cancelled],
        [QuoteState.Rejected] = [QuoteState.Draft, QuoteState.Cancelled],
        [QuoteState.ChangesRequested] = [QuoteState.Draft, QuoteState.Cancelled],
        [QuoteState.Sent] = [QuoteState.Won, QuoteState.Lost, QuoteState.Expired, QuoteState.Draft, QuoteState.Cancelled],
        [QuoteState.Expired] = [QuoteState.Draft],
        [QuoteState.Won] = [],
        [QuoteState.Lost] = [],
        [QuoteState.Cancelled] = [],
    };

    public static bool MayMove(QuoteState from, QuoteState to) => Moves[from].Contains(to);

    /// <summary>A change of content makes it a draft again; what is won, lost or cancelled stays as it is.</summary>
    public static bool MayEdit(QuoteState state) => state is not (QuoteState.Won or QuoteState.Lost or QuoteState.Cancelled);

    public static string Stored(QuoteState state) => state == QuoteState.ChangesRequested ? "changes_requested" : state.ToString().ToLowerInvariant();

    public static QuoteState Parse(string stored) => Enum.Parse<QuoteState>(stored.Replace("_", "", StringComparison.Ordinal), ignoreCase: true);

    /// <summary>As people or programs write it; null where it is none.</summary>
    public static QuoteState? Read(string written) =>
        written.Length is > 2 and < 30 && written.Any(char.IsAsciiLetter)
        && Enum.TryParse<QuoteState>(written.Replace(" ", "", StringComparison.Ordinal).Replace("_", "", StringComparison.Ordinal), ignoreCase: true, out var state) ? state : null;

    public static string Spoken(QuoteState state) => state == QuoteState.ChangesRequested ? "changes requested" : state.ToString().ToLowerInvariant();
}
