using FactoryBot.Skills.Files;
using FactoryBot.Skills.Tenancy;

namespace FactoryBot.Turns;

/// <summary>The files that answers offered, for channels that hand them over.</summary>
public interface IOfferedFiles
{
    /// <param name="ticket">As it came back from the channel: untrusted.</param>
    /// <returns>Null where it leads to no file of the caller's tenant, or its time is over.</returns>
    Task<FileContent?> ReadAsync(string channel, string tenantKey, string ticket, CancellationToken cancellationToken);
}

internal sealed class OfferedFiles(TenantDirectory tenants, FileLinks links, FileStore files) : IOfferedFiles
{
    public async Task<FileContent?> ReadAsync(string channel, string tenantKey, string ticket, CancellationToken cancellationToken) =>
        links.Read(ticket) is { } file && file.TenantId == await tenants.TenantOfAsync(channel, tenantKey, cancellationToken)
            ? await files.ReadAsync(file.TenantId, file.FileId, cancellationToken)
            : null;
}
