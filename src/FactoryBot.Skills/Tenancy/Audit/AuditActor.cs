namespace FactoryBot.Skills.Tenancy.Audit;

/// <summary>Who caused an audit entry.</summary>
/// <param name="MemberId">Null where it was no member, such as the command line.</param>
/// <param name="Name">As it was at that time.</param>
public sealed record AuditActor(Guid? MemberId, string Name, Guid? TurnId = null)
{
    public static AuditActor CommandLine { get; } = new(null, "command line");

    public static AuditActor Of(Asker asker) => new(asker.MemberId, asker.Name, asker.TurnId);
}
