using System.Globalization;
using System.Text.RegularExpressions;
using FactoryBot.Skills.Cards;
using FactoryBot.Skills.Database;
using FactoryBot.Skills.Results;
using FactoryBot.Skills.Tenancy;
using FactoryBot.Skills.Tenancy.Audit;

namespace FactoryBot.Skills.Approvals;

/// <summary>Has requests shown in the channel where it is said, to everybody there, beside the chats of those who may decide.</summary>
internal sealed partial class ShowRequestsHere(FactoryDatabase database, AuditLog audit, TimeProvider time)
{
    private const string Kind = "quote";

    /// <param name="words">What was said; may name one rule, whose requests alone are then shown.</param>
    public async Task<SkillResult> StartAsync(string words, Asker asker, CancellationToken cancellationToken)
    {
        if (!asker.InGroup || asker.ConversationId is not { } conversation)
            return ApprovalFailures.NotAChannel();
        await using var scope = await database.OpenAsync(asker.TenantId, cancellationToken);
        ApprovalRule? only = null;
        if (Rule().Match(words) is { Success: true } named)
        {
            var rules = (await ApprovalStore.RulesAsync(scope, Kind, cancellationToken)).Where(r => r.RuleId != Guid.Empty).ToArray();
            if (RuleNamed.In(rules, named.Groups["n"].Value) is not [var rule])
                return ApprovalFailures.NoSuchRule("rule " + named.Groups["n"].Value);
            only = rule;
        }

        var place = new ApprovalPlace(asker.RoomId ?? conversation, conversation, only?.RuleId, asker.Name, time.GetUtcNow());
        var added = await ApprovalPlaceStore.AddAsync(scope, Kind, place, asker, place.At, cancellationToken);
        if (added)
            await AuditAsync(scope, "approvals.place_added", place.RoomId, asker, cancellationToken);
        await scope.CommitAsync(cancellationToken);
        var what = only is null ? "Requests for approval" : $"Requests for approval under “{only.Name}”";
        return Said($"{what} {(added ? "are shown here from now on" : "are shown here already")}. Everybody here sees them and what came of them; the buttons work for those who may decide.", "Stop it", "approvals_not_here");
    }

    public async Task<SkillResult> StopAsync(Asker asker, CancellationToken cancellationToken)
    {
        if (!asker.InGroup || asker.ConversationId is not { } conversation)
            return ApprovalFailures.NotAChannel();
        await using var scope = await database.OpenAsync(asker.TenantId, cancellationToken);
        var room = asker.RoomId ?? conversation;
        if (await ApprovalPlaceStore.RemoveAsync(scope, Kind, room, cancellationToken) == 0)
            return ApprovalFailures.NotShownHere();
        await AuditAsync(scope, "approvals.place_removed", room, asker, cancellationToken);
        await scope.CommitAsync(cancellationToken);
        return Said("New requests for approval are not shown here any more. Those that are here still show what comes of them.", "Show them again", "approvals_here", ("words", ""));
    }

    /// <summary>One sentence for the list of rules; null where requests are shown in no channel.</summary>
    public static string? Sentence(IReadOnlyList<ApprovalPlace> places)
    {
        var rooms = places.DistinctBy(p => p.RoomId, StringComparer.Ordinal).ToArray();
        return rooms.Length == 0 ? null : string.Create(
            CultureInfo.InvariantCulture,
            $"Requests are shown in {(rooms.Length == 1 ? "a channel" : $"{rooms.Length} channels")} too ({string.Join("; ", rooms.Select(r => string.Create(CultureInfo.InvariantCulture, $"{App(r.RoomId)}, since {r.At:d MMMM}, by {r.SetBy}")))}).");
    }

    private static string App(string room) => room.StartsWith("slack:", StringComparison.Ordinal) ? "Slack" : room.StartsWith("msteams:", StringComparison.Ordinal) ? "Teams" : "a group";

    private Task AuditAsync(TenantScope scope, string action, string room, Asker asker, CancellationToken cancellationToken) =>
        audit.AppendAsync(scope, AuditActor.Of(asker), action, room, "{}", cancellationToken);

    private static SkillResult Said(string text, string button, string function, params (string Name, string Value)[] data) => new()
    {
        Status = ResultStatus.Answered, Text = text,
        Card = new() { Body = [TextBlock.Of(text)], Actions = [ExecuteAction.Of(button, function, data)], FallbackText = text, Lang = "en" },
    };

    [GeneratedRegex(@"\brule\s+(?:no\.?\s*|number\s+|#)?(?<n>\d{1,3})\b", RegexOptions.IgnoreCase)]
    private static partial Regex Rule();
}
