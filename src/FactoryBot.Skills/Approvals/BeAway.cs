using System.Globalization;
using FactoryBot.Skills.Database;
using FactoryBot.Skills.Results;
using FactoryBot.Skills.Tenancy;

namespace FactoryBot.Skills.Approvals;

/// <summary>Somebody is away and another decides in the meantime. What waits for the one is shown to the other at once.</summary>
internal sealed class BeAway(FactoryDatabase database, ApprovalNotices notices, IEnumerable<IApprovalSubject> subjects, TimeProvider time)
{
    public async Task<SkillResult> SayAsync(string text, Asker asker, CancellationToken cancellationToken)
    {
        await using var scope = await database.OpenAsync(asker.TenantId, cancellationToken);
        var (other, named, from, through) = ReadAway.Of(text, asker, await ApprovalMemberStore.PeopleAsync(scope, cancellationToken));
        if (other is null)
            return ApprovalFailures.WhoDecides(named ? null : ReadAway.NameIn(text));
        if (through is not { } last || last < asker.Today || last < from)
            return ApprovalFailures.UntilWhen();
        var now = time.GetUtcNow();
        var start = from <= asker.Today ? now : Midnight(from, asker.TimeZone);
        if (!await ApprovalRuleStore.TryDelegateAsync(scope, asker.MemberId, other.Id, start, Midnight(last.AddDays(1), asker.TimeZone), asker, now, cancellationToken))
            return ApprovalFailures.NobodyToBeAway();
        var waiting = start <= now ? await HandOverAsync(scope, other, asker.MemberId, asker, now, cancellationToken) : 0;
        await scope.CommitAsync(cancellationToken);
        return Said($"{other.Name} decides for you {(start <= now ? "from now" : $"from {Day(from)}")} through {Day(last)}.{(waiting > 0 ? $" {Count(waiting)} that {(waiting == 1 ? "waits" : "wait")} for you went to {other.Name} too." : "")} You can still decide yourself.", true);
    }

    public async Task<SkillResult> BackAsync(Asker asker, CancellationToken cancellationToken)
    {
        await using var scope = await database.OpenAsync(asker.TenantId, cancellationToken);
        var now = time.GetUtcNow();
        if ((await ApprovalRuleStore.ToComeAsync(scope, now, cancellationToken)).All(d => d.MemberId != asker.MemberId))
            return Said("Nobody decides for you, so there is nothing to end.", false);
        if (!await ApprovalRuleStore.TryDelegateAsync(scope, asker.MemberId, null, now, now, asker, now, cancellationToken))
            return ApprovalFailures.NobodyToBeAway();
        await scope.CommitAsync(cancellationToken);
        return Said("Welcome back: nobody else decides for you any more.", false);
    }

    /// <summary>By fields, for programs: somebody who may give people rights says it for a person. The database asks once more whether they may.</summary>
    /// <param name="to">Null: nobody decides for them any more.</param>
    /// <param name="from">Null: from now on.</param>
    public async Task<SkillResult> SetAsync(string who, string? to, DateOnly? from, DateOnly? through, Asker asker, CancellationToken cancellationToken)
    {
        if (!asker.May(Permissions.UsersManage))
            return ApprovalFailures.MayNotDelegate();
        await using var scope = await database.OpenAsync(asker.TenantId, cancellationToken);
        var people = await ApprovalMemberStore.PeopleAsync(scope, cancellationToken);
        if (Named(people, who) is not { } away)
            return ApprovalFailures.NoSuchPerson(who);
        var other = to is null ? null : Named(people, to);
        if (to is not null && other is null)
            return ApprovalFailures.NoSuchPerson(to);
        if (other?.Id == away.Id)
            return ApprovalFailures.OwnDelegate();
        var now = time.GetUtcNow();
        var (first, last) = (from ?? asker.Today, through ?? default);
        if (other is not null && (last < asker.Today || last < first))
            return ApprovalFailures.UntilWhen();
        var start = first <= asker.Today ? now : Midnight(first, asker.TimeZone);
        var end = other is null ? now : Midnight(last.AddDays(1), asker.TimeZone);
        if (!await ApprovalRuleStore.TryDelegateAsync(scope, away.Id, other?.Id, other is null ? now : start, end, asker, now, cancellationToken))
            return ApprovalFailures.MayNotDelegate();
        var waiting = other is not null && start <= now ? await HandOverAsync(scope, other, away.Id, asker, now, cancellationToken) : 0;
        await scope.CommitAsync(cancellationToken);
        return Said(other is null
            ? $"Nobody else decides for {away.Name} any more."
            : $"{other.Name} decides for {away.Name} {(start <= now ? "from now" : $"from {Day(first)}")} through {Day(last)}.{(waiting > 0 ? $" {Count(waiting)} went to {other.Name} too." : "")}", false);
    }

    public async Task<SkillResult> ShowAsync(Asker asker, CancellationToken cancellationToken)
    {
        await using var scope = await database.OpenAsync(asker.TenantId, cancellationToken);
        var people = await ApprovalPeople.LoadAsync(scope, asker.Now, cancellationToken);
        var all = await ApprovalRuleStore.ToComeAsync(scope, asker.Now, cancellationToken);
        return all.Count == 0
            ? SkillResult.No(ResultStatus.NoRows, "Nobody is away: each decides for themselves.")
            : Said(string.Join(" ", all.Select(d => $"{people.Name(d.DelegateId)} decides for {people.Name(d.MemberId)} {(d.FromAt > asker.Now ? $"from {Day(Local(d.FromAt, asker))} " : "")}through {Day(Local(d.UntilAt.AddTicks(-1), asker))}.")), false);
    }

    private async Task<int> HandOverAsync(TenantScope scope, Member other, Guid away, Asker asker, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var people = await ApprovalPeople.LoadAsync(scope, now, cancellationToken);
        var count = 0;
        foreach (var request in (await ApprovalStore.OpenAsync(scope, cancellationToken)).Where(r => people.MayDecide(r, other.Id) && people.MayDecide(r, away)))
        {
            await notices.AskedAsync(scope, subjects.First(s => s.Kind == request.Kind), request, asker, cancellationToken);
            count++;
        }

        return count;
    }

    private static Member? Named(IReadOnlyList<Member> people, string name) =>
        people.Where(p => p.Name.Equals(name.Trim(), StringComparison.OrdinalIgnoreCase) || p.Id.ToString() == name.Trim()).ToArray() is [var one] ? one : null;

    private static DateTimeOffset Midnight(DateOnly day, TimeZoneInfo zone)
    {
        var local = day.ToDateTime(TimeOnly.MinValue);
        return new DateTimeOffset(local, zone.GetUtcOffset(local)).ToUniversalTime();
    }

    private static DateOnly Local(DateTimeOffset at, Asker asker) => DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(at, asker.TimeZone).DateTime);

    private static string Day(DateOnly day) => day.ToString("dddd d MMMM yyyy", CultureInfo.InvariantCulture);

    private static string Count(int waiting) => waiting == 1 ? "One request" : string.Create(CultureInfo.InvariantCulture, $"{waiting} requests");

    private static SkillResult Said(string sentence, bool undo) => new()
    {
        Status = ResultStatus.Answered, Text = sentence, Choices = undo ? [new("Undo", "I am back, nobody decides for me")] : [new("Approval rules", "Show the approval rules")],
    };
}
