using FactoryBot.Skills.Cards;

namespace FactoryBot.Skills.Tenancy;

/// <summary>The pictures of the answers about tenants.</summary>
internal static class TenancyCard
{
    public static AdaptiveCard Members(IReadOnlyList<Member> members, Role? only) => Of(
        only is { } role ? $"Members: {role}" : "Members",
        Table.Of(
            [TableColumn.Left(2), TableColumn.Left()],
            ["Name", "Role"],
            members.Select(m => (IReadOnlyList<CardText>)[m.Name, m.Role.ToString()])));

    public static AdaptiveCard MyRole(Asker asker) => Of(
        asker.Role.ToString(),
        FactSet.Of(new Fact("Name", asker.Name), new Fact("You may", string.Join(", ", PermissionWords.Of(asker.Permissions)))));

    public static AdaptiveCard ModulesOf(IReadOnlySet<string> on) => Of(
        "Modules",
        FactSet.Of([.. Modules.All.Select(m => new Fact(Modules.Title(m), on.Contains(m) ? "on" : "off"))]));

    public static AdaptiveCard Settings(TenantSettings settings) => Of(
        settings.Name,
        FactSet.Of(new Fact("Time zone", settings.TimeZone), new Fact("New members become", RoleNames.Stored(settings.DefaultRole))));

    public static AdaptiveCard Change(string kind, string of, string before, string after) => Of(
        of,
        FactSet.Of(before == after ? [new Fact(kind, after)] : [new Fact("Before", before), new Fact("Now", after)]));

    // A name could carry markup, which fallback text cannot escape.
    private static AdaptiveCard Of(string heading, CardElement content) =>
        new() { Body = [TextBlock.Heading(heading), content], FallbackText = "The words above say it all.", Lang = "en" };
}
