using System.Text.Json;
using System.Text.Json.Serialization;
using FactoryBot.Skills.Approvals;
using FactoryBot.Skills.Quotes.Lifecycle;

namespace FactoryBot.Skills.Quotes;

/// <summary>A quote as REST returns it and a model reads it.</summary>
internal sealed record QuoteData
{
    public const string DraftMark = "DRAFT";

    public required string Number { get; init; }
    public required QuoteState State { get; init; }
    public required int Version { get; init; }

    /// <summary>To be handed back with a change, so that nobody's change is lost.</summary>
    public required int Revision { get; init; }
    public required string Owner { get; init; }
    public required string ContentHash { get; init; }
    public DateOnly? ValidUntil { get; init; }
    public required decimal Total { get; init; }
    public decimal? Margin { get; init; }
    public required bool Complete { get; init; }
    public required QuoteContent Content { get; init; }

    /// <summary>What the last version changed.</summary>
    public IReadOnlyList<string> Changes { get; init; } = [];
    public string? Approval { get; init; }

    /// <summary>What must stand on everything that is made of it: DRAFT, unless this very version is approved.</summary>
    public string? Mark { get; init; }

    /// <summary>The request for approval of this very version, to be decided by its id.</summary>
    public Guid? ApprovalRequest { get; init; }
    public IReadOnlyList<DecisionData> Decisions { get; init; } = [];
    public IReadOnlyList<string> WaitsFor { get; init; } = [];

    public static JsonElement Of(QuoteView view) => JsonSerializer.SerializeToElement(
        new QuoteData
        {
            Number = view.Quote.Number, State = view.Quote.State, Version = view.Quote.Version, Revision = view.Quote.Revision, Owner = view.Quote.OwnerName,
            ContentHash = view.Version.Hash, ValidUntil = view.Quote.ValidUntil, Total = view.Content.Total, Margin = view.Content.Margin, Complete = view.Content.IsComplete,
            Content = view.Content, Changes = view.Changes, Approval = view.CurrentApproval?.State.ToString(), Mark = view.IsApproved ? null : DraftMark, ApprovalRequest = view.CurrentApproval?.RequestId,
            Decisions = view.CurrentApproval is { } decided ? [.. decided.Decisions.Select(d => new DecisionData(d.MemberName, d.Verdict, d.Comment, d.At))] : [],
            WaitsFor = view.CurrentApproval is { } asked ? [.. asked.Needs.Where(n => n.SatisfiedBy is null).Select(n => n.RuleName)] : [],
        },
        QuotesJson.Default.QuoteData);
}

[JsonSourceGenerationOptions(JsonSerializerDefaults.Web, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(QuoteData))]
internal sealed partial class QuotesJson : JsonSerializerContext;
