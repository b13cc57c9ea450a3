using System.Globalization;

namespace FactoryBot.Skills.Quotes.Catalogue;

/// <summary>What became of the rows of a list.</summary>
internal sealed record ImportReport
{
    /// <summary>As many refused rows as a person would read.</summary>
    public const int MostListed = 50;

    public int Added { get; init; }
    public int Replaced { get; init; }
    public int Refused { get; init; }
    public IReadOnlyList<RefusedRow> Rows { get; init; } = [];

    /// <summary>Why nothing at all was taken in; null: something was.</summary>
    public string? Problem { get; init; }

    public string Text(string what) => Problem ?? string.Create(
        CultureInfo.InvariantCulture,
        $"{Added + Replaced:N0} {what} taken in ({Added:N0} new, {Replaced:N0} replaced){(Refused == 0 ? "." : $"; {Refused:N0} rows refused.")}");
}

/// <param name="Row">Its number in the file, the header included.</param>
internal sealed record RefusedRow(int Row, string Reason);
