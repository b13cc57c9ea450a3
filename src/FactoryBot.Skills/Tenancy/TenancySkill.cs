using System.ComponentModel;
using FactoryBot.Skills.Functions;
using FactoryBot.Skills.Results;

namespace FactoryBot.Skills.Tenancy;

/// <summary>Members, roles, modules and settings of the asker's own organisation.</summary>
internal sealed class TenancySkill(ShowTenant show, SetRole setRole, SwitchModule switchModule, ChangeSettings settings, LinkAccounts accounts) : ISkill
{
    internal const string SetRoleTitle = "Set a member's role";

    public string? Module => null;

    [SkillFunction("tenancy_members", Title = "Members and their roles", Permission = Permissions.TenancyView, Subjects = ["members", "people", "users", "team", "colleagues"])]
    [Description("Lists the people of this organisation with their roles, or only those with one role, or those who may do something, such as approve quotes.")]
    [Example("who may approve quotes")]
    [Example("who is allowed to approve quotes here")]
    [Example("who has the right to approve quotes")]
    [Example("who has permission to import data")]
    [Example("which people can import data")]
    [Example("who of us may change roles")]
    [Example("who is able to change settings")]
    [Example("Show all members and their roles")]
    [Example("who is in our team")]
    [Example("list the users")]
    [Example("Which people can use this bot?")]
    [Example("who is an admin here?")]
    [Example("show all managers")]
    [Example("who are the owners")]
    [Example("members list please")]
    [Example("who can approve quotes")]
    public Task<SkillResult> Members(
        Asker asker,
        [Description("Only members with this role: viewer, analyst, manager, admin or owner.")] [Slot(SlotKind.Role)] string? role = null,
        [Slot(SlotKind.Choice, Values = [
            PermissionNames.ApproveQuotes + "=approve a quote|approve quote|approve the quotes|approve offers|sign off quotes|sign off a quote|release quotes|okay quotes|approving quotes",
            PermissionNames.ChangeQuotes + "=change a quote|edit quotes|edit a quote|draft quotes|draft a quote|create quotes|write quotes|make quotes|prepare quotes",
            PermissionNames.ImportData + "=import production data|load data|upload data|import files|import a file|import production",
            PermissionNames.ManagePeople + "=change a role|set roles|give roles|manage users|manage people|manage members|add people|manage roles",
            PermissionNames.ChangeSettings + "=change the settings|manage settings|switch modules|switch a module",
            PermissionNames.ManageDocuments + "=add a document|manage documents|upload documents|take in documents",
            PermissionNames.RunSql + "=write sql|use sql"]),
            Description("Only members who may do this; leave out for all.")] string? permission = null,
        CancellationToken cancellationToken = default) => show.MembersAsync(role, permission, asker, cancellationToken);

    [SkillFunction("tenancy_my_role", Title = "My role and rights", Permission = Permissions.TenancyView, Subjects = ["my role", "my rights", "my permissions"])]
    [Description("Says which role the asker has and what they may do with it.")]
    [Example("What is my role?")]
    [Example("what may I do")]
    [Example("which permissions do I have?")]
    [Example("am I an admin?")]
    [Example("am I a manager?")]
    [Example("am I the owner?")]
    [Example("show my rights")]
    [Example("what am I allowed to do here")]
    [Example("my role")]
    public static SkillResult MyRole(Asker asker) => ShowTenant.MyRole(asker);

    [SkillFunction("tenancy_set_role", Title = SetRoleTitle, Help = "Make Ana a manager", Permission = Permissions.UsersManage, Subjects = ["role of a member"])]
    [Description("Gives a member of this organisation another role.")]
    [Example("Make Ana a manager")]
    [Example("Set the role of Ben to analyst")]
    [Example("give Ana the admin role")]
    [Example("promote Ben to manager")]
    [Example("Ana should be an analyst")]
    [Example("change Ben's role to viewer")]
    [Example("demote Ana to viewer")]
    [Example("please make Ben owner")]
    public Task<SkillResult> SetRole(
        Asker asker,
        [Description("The member's name.")] [Slot(SlotKind.Member)] string member,
        [Description("The new role: viewer, analyst, manager, admin or owner.")] [Slot(SlotKind.Role)] string role,
        CancellationToken cancellationToken = default) => setRole.RunAsync(member, role, asker, cancellationToken);

    [SkillFunction("tenancy_modules", Title = "Modules", Permission = Permissions.TenancyView, Subjects = ["modules"])]
    [Description("Lists the modules of the product and whether each is switched on or off here.")]
    [Example("Which modules are switched on?")]
    [Example("show the modules")]
    [Example("what modules do we have")]
    [Example("list all modules")]
    [Example("which modules are off")]
    [Example("what have we subscribed to?")]
    public static SkillResult ShowModules(Asker asker) => ShowTenant.ModulesOf(asker);

    [SkillFunction("tenancy_switch_module", Title = "Switch a module on or off", Permission = Permissions.TenantManage, Subjects = ["module"])]
    [Description("Switches a module of the product on or off for this whole organisation.")]
    [Example("Switch quotes off")]
    [Example("turn on the documents module")]
    [Example("disable analysis")]
    [Example("enable the knowledge module")]
    [Example("activate operations")]
    [Example("switch the metrics module on again")]
    [Example("turn quotes off please")]
    public Task<SkillResult> SwitchModule(
        Asker asker,
        [Description("The module: metrics, analysis, quotes, knowledge, documents or operations.")] [Slot(SlotKind.Module)] string module,
        [Description("on or off.")]
        [Slot(SlotKind.Choice, Values = ["on=enable|activate|turn on|switch on|start", "off=disable|deactivate|turn off|switch off|stop"])] string state,
        CancellationToken cancellationToken = default) => switchModule.RunAsync(module, state, asker, cancellationToken);

    [SkillFunction("tenancy_settings", Title = "Settings", Permission = Permissions.TenantManage, Subjects = ["settings", "configuration"])]
    [Description("Shows the settings of this organisation: time zone and the role of new members.")]
    [Example("Show the settings")]
    [Example("what are our settings")]
    [Example("which time zone is set?")]
    [Example("what is the default role")]
    [Example("what do new members become?")]
    [Example("show our configuration")]
    public Task<SkillResult> Settings(Asker asker, CancellationToken cancellationToken = default) => settings.ShowAsync(asker, cancellationToken);

    [SkillFunction("tenancy_set_default_role", Title = "Set the role of new members", Permission = Permissions.TenantManage, Subjects = ["default role"])]
    [Description("Sets the role that somebody gets who writes for the first time: viewer, analyst or manager.")]
    [Example("Set the default role to analyst")]
    [Example("new members should be viewers")]
    [Example("make analyst the default role")]
    [Example("new people become analyst")]
    [Example("new users should become analysts")]
    [Example("change the default role to manager")]
    [Example("everybody new gets the viewer role")]
    public Task<SkillResult> SetDefaultRole(
        Asker asker,
        [Description("viewer, analyst or manager.")] [Slot(SlotKind.Role)] string role,
        CancellationToken cancellationToken = default) => settings.SetDefaultRoleAsync(role, asker, cancellationToken);

    [SkillFunction("tenancy_set_time_zone", Title = "Set the time zone", Permission = Permissions.TenantManage, Subjects = ["time zone", "timezone"])]
    [Description("Sets the plant's time zone, in which words such as today and yesterday are read.")]
    [Example("Set the time zone to Europe/Berlin")]
    [Example("our timezone is America/Chicago")]
    [Example("change the time zone to Asia/Tokyo")]
    [Example("use Europe/London as time zone")]
    [Example("time zone Europe/Madrid")]
    [Example("switch the timezone to Etc/UTC")]
    public Task<SkillResult> SetTimeZone(
        Asker asker,
        [Description("An IANA time zone, for example Europe/Berlin.")] [Slot(SlotKind.FreeText)] string timeZone,
        CancellationToken cancellationToken = default) => settings.SetTimeZoneAsync(timeZone, asker, cancellationToken);

    [SkillFunction("tenancy_link_show", Title = "Link my accounts", Permission = Permissions.AccountsLink, Subjects = ["link accounts", "link account", "connect account", "link code"])]
    [Description("Shows a code with which the asker's account in another channel, Slack or Teams, becomes the same person.")]
    [Example("Link my accounts")]
    [Example("link my Slack account")]
    [Example("connect my Teams account")]
    [Example("link my account in Slack with this one")]
    [Example("I want to link my accounts")]
    [Example("join my accounts")]
    [Example("get a link code")]
    public Task<SkillResult> ShowLinkCode(Asker asker, CancellationToken cancellationToken = default) => accounts.ShowCodeAsync(asker, cancellationToken);

    [SkillFunction("tenancy_link_use", Title = "Use a link code", Permission = Permissions.AccountsLink)]
    [Description("Makes this account the same person as the one to whom the code was shown.")]
    [Example("Link code K7QM-2XPA")]
    public Task<SkillResult> UseLinkCode(
        Asker asker,
        [Slot(SlotKind.Message, Values = ["^link code", "^use link code", "^use the link code", "^my link code is", "^my link code"]), Description("The message with the code.")] string message,
        CancellationToken cancellationToken = default) => accounts.UseCodeAsync(message, asker, cancellationToken);
}
