using FactoryBot.Skills.Results;

namespace FactoryBot.Skills.Tenancy;

/// <summary>Every refusal about tenants, roles and modules that a person can cause, in the words they read.</summary>
public static class TenancyFailures
{
    internal const string UnknownTenant =
        "This organisation is not set up in FactoryBot. Please ask the person who runs FactoryBot to add it.";

    /// <summary>The function's module is switched off for the tenant.</summary>
    public static SkillResult ModuleOff(string module) => SkillResult.No(
        ResultStatus.NoRight,
        $"The module {Modules.Title(module)} is switched off here. An owner can switch it on.",
        new Choice("Show modules", "Which modules are switched on?"));

    /// <summary>The asker's role does not have the permission.</summary>
    /// <param name="title">The function's title.</param>
    /// <param name="permission">Named where known: the sentence then says which role has it.</param>
    public static SkillResult NoRight(string title, string? permission = null) => SkillResult.No(
        ResultStatus.NoRight,
        permission is not null && Permissions.LowestRole(permission) is { } role
            ? $"“{title}” needs {Needed(role)}. An owner or admin can give it to you."
            : $"“{title}” is not part of your role. An owner or admin can change that.",
        new Choice("My role", "What is my role?"));

    /// <summary>Something that members may be asked to be allowed to do, which is none of the product's rights.</summary>
    internal static SkillResult UnknownPermission(string said) => SkillResult.No(
        ResultStatus.NotUnderstood,
        $"I know no right to “{said}”. You can ask who may {string.Join(", ", PermissionNames.All)}.",
        new Choice("Members", "Show all members and their roles"));

    /// <summary>Nobody of the organisation is called so.</summary>
    public static SkillResult UnknownMember(string name, IReadOnlyList<Choice> nearest) => SkillResult.No(
        ResultStatus.NotUnderstood,
        nearest.Count == 0
            ? $"I know nobody here called “{name}”. A person is known to me as soon as they have written to me once."
            : $"I know nobody here called “{name}”. Did you mean one of these?",
        nearest);

    internal static SkillResult UnknownRole(string written, IReadOnlyList<Choice> choices) => SkillResult.No(
        ResultStatus.NotUnderstood, $"“{written}” is no role. The roles are viewer, analyst, manager, admin and owner.", choices);

    internal static SkillResult UnknownModule(string written, IReadOnlyList<Choice> choices) => SkillResult.No(
        ResultStatus.NotUnderstood, $"“{written}” is no module. The modules are {string.Join(", ", Modules.All)}.", choices);

    internal static SkillResult UnknownSwitch(string written) => SkillResult.No(
        ResultStatus.NotUnderstood, $"“{written}” is neither on nor off.");

    internal static SkillResult UnknownTimeZone(string written) => SkillResult.No(
        ResultStatus.NotUnderstood,
        $"“{written}” is no time zone that I know. Please use its IANA name, for example Europe/Berlin or America/Chicago.");

    internal static SkillResult CodeInGroup() => SkillResult.No(
        ResultStatus.NoRight, "Please ask me that in a chat with me alone: whoever reads the code could become you.");

    internal static SkillResult NoCode() => SkillResult.No(
        ResultStatus.NotUnderstood, "I see no code in that. It looks like K7QM-2XPA.", new Choice("Get a code", "Link my accounts"));

    internal static SkillResult UnknownCode(int minutes) => SkillResult.No(
        ResultStatus.NoRows, $"That code is not valid, or no longer: it holds for {minutes} minutes and works once. Ask for a new one in your other account.");

    internal static SkillResult OwnCode() => SkillResult.No(
        ResultStatus.NotUnderstood, "That is this account's own code. Write it to me from your other account.");

    internal static SkillResult LinksDownwards(Role here, Role there) => SkillResult.No(
        ResultStatus.NoRight,
        $"Here you are {RoleNames.Spoken(here)} and there only {RoleNames.Spoken(there)}; joined so, you would lose rights. Ask for the code here and write it there.",
        new Choice("Get a code", "Link my accounts"));

    internal static SkillResult RoleAboveOwn(Role wanted, Role own) => SkillResult.No(
        ResultStatus.NoRight, $"You are {RoleNames.Spoken(own)} and cannot make anybody {RoleNames.Spoken(wanted)}: that is a higher role than yours.");

    internal static SkillResult MemberAboveOwn(Member member, Role own) => SkillResult.No(
        ResultStatus.NoRight, $"{member.Name} is {RoleNames.Spoken(member.Role)}. As {RoleNames.Spoken(own)} you cannot change a higher role than yours.");

    internal static SkillResult LastOwner(Member member) => SkillResult.No(
        ResultStatus.NoRight, $"{member.Name} is the only owner. Make somebody else an owner first.");

    internal static SkillResult NoDefaultRole(Role role) => SkillResult.No(
        ResultStatus.NoRight, $"New members cannot become {RoleNames.Spoken(role)} by themselves. Choose viewer, analyst or manager; admins and owners are made by name.");

    private static string Needed(Role role) => role == Role.Owner ? "the role Owner" : $"the role {role} or a higher one";
}
