namespace FactoryBot.Skills.Tenancy.Keys;

/// <summary>An API key as a list shows it; the key itself is stored nowhere.</summary>
/// <param name="Prefix">The first characters, to tell keys apart.</param>
public sealed record ApiKey(
    Guid Id, string Name, string Prefix, Role Role, DateTimeOffset CreatedAt, DateTimeOffset? LastUsedAt, DateTimeOffset? RevokedAt);

/// <param name="Secret">The whole key, to be shown once and never again.</param>
public sealed record CreatedApiKey(Guid Id, string Name, string Prefix, Role Role, string Secret)
{
    /// <summary>Kept out of logs.</summary>
    public override string ToString() => $"API key {Prefix}…";
}

/// <summary>Whom a valid key stands for. Its turns come from channel <see cref="ApiKeys.Channel"/>, with this tenant key and user id.</summary>
public sealed record ApiKeyHolder(Guid TenantId, string TenantKey, Guid KeyId, Guid MemberId, string UserId, string Name, Role Role);
