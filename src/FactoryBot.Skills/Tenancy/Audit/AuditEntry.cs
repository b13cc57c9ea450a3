using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace FactoryBot.Skills.Tenancy.Audit;

/// <summary>One entry as it stands in the database.</summary>
internal sealed record AuditEntry
{
    public required Guid TenantId { get; init; }
    public required long Sequence { get; init; }
    public required DateTimeOffset At { get; init; }
    public Guid? MemberId { get; init; }
    public required string Actor { get; init; }
    public Guid? TurnId { get; init; }
    public required string Action { get; init; }
    public required string Subject { get; init; }
    public required string Details { get; init; }

    /// <summary>The hash that the entry must have after the given one; the same sum as <c>tenancy.audit_seal</c> in the database.</summary>
    public byte[] HashAfter(byte[] previous)
    {
        var text = string.Join('\n', Fields().Select(Field));
        return SHA256.HashData([.. previous, .. Encoding.UTF8.GetBytes(text)]);
    }

    private static string Field(string? value) => value is null
        ? "-"
        : string.Create(CultureInfo.InvariantCulture, $"{Encoding.UTF8.GetByteCount(value)}:{value}");

    private string?[] Fields() =>
    [
        TenantId.ToString(),
        Sequence.ToString(CultureInfo.InvariantCulture),
        At.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss.ffffff'Z'", CultureInfo.InvariantCulture),
        MemberId?.ToString(),
        Actor,
        TurnId?.ToString(),
        Action,
        Subject,
        Details,
    ];
}
