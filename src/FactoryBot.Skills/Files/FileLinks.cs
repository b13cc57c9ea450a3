using System.Buffers.Binary;
using System.Buffers.Text;
using System.Security.Cryptography;
using FactoryBot.Skills.Cards;
using FactoryBot.Skills.Database;
using FactoryBot.Skills.Results;
using Microsoft.Extensions.Options;

namespace FactoryBot.Skills.Files;

/// <summary>Links of short life to a kept file: whoever has one may download that file until it ends, and nothing else.</summary>
public sealed class FileLinks(Secrets secrets, IOptions<FilesOptions> options, TimeProvider time)
{
    /// <summary>The path below which the host serves them.</summary>
    public const string Path = "/files/";

    private const string Purpose = "file link";
    private const int Body = 16 + 16 + 8;
    private const int SignatureLength = 16;

    /// <summary>The whole address of the file.</summary>
    /// <param name="life">How long the link works.</param>
    public string For(Guid tenantId, StoredFile file, TimeSpan life) => For(tenantId, file.Id, life, file.Name);

    /// <param name="name">Shown at the end of the address, so that a saved file has its name; it decides nothing.</param>
    public string For(Guid tenantId, Guid fileId, TimeSpan life, string name = "") =>
        options.Value.PublicUrl.TrimEnd('/') + Path + Ticket(tenantId, fileId, life) + (name.Length == 0 ? "" : "/" + Uri.EscapeDataString(name));

    /// <summary>The file for a channel that hands files over itself.</summary>
    public OfferedFile Offer(Guid tenantId, StoredFile file, TimeSpan life) => new(file.Name, file.Size, Ticket(tenantId, file.Id, life));

    private string Ticket(Guid tenantId, Guid fileId, TimeSpan life)
    {
        var token = new byte[Body + SignatureLength];
        tenantId.TryWriteBytes(token, bigEndian: true, out _);
        fileId.TryWriteBytes(token.AsSpan(16), bigEndian: true, out _);
        BinaryPrimitives.WriteInt64BigEndian(token.AsSpan(32), (time.GetUtcNow() + life).ToUnixTimeSeconds());
        secrets.Sign(Purpose, token.AsSpan(0, Body)).AsSpan(0, SignatureLength).CopyTo(token.AsSpan(Body));
        return Base64Url.EncodeToString(token);
    }

    /// <summary>A card button that downloads the file.</summary>
    public OpenUrlAction Button(string title, Guid tenantId, StoredFile file, TimeSpan life) => new() { Title = title, Url = For(tenantId, file, life) };

    /// <summary>Whether an address was made here and its link has not ended.</summary>
    public bool Works(string url) => url.IndexOf(Path, StringComparison.Ordinal) is >= 0 and var at && Read(url[(at + Path.Length)..].Split('/')[0]) is not null;

    /// <summary>Which file a link leads to; null where it was not made here, was changed, or has ended.</summary>
    public LinkedFile? Read(string token)
    {
        if (token.Length > 2 * (Body + SignatureLength) || !Base64Url.IsValid(token))
            return null;
        var bytes = Base64Url.DecodeFromChars(token);
        if (bytes.Length != Body + SignatureLength
            || !CryptographicOperations.FixedTimeEquals(secrets.Sign(Purpose, bytes.AsSpan(0, Body)).AsSpan(0, SignatureLength), bytes.AsSpan(Body)))
            return null;
        return BinaryPrimitives.ReadInt64BigEndian(bytes.AsSpan(32)) > time.GetUtcNow().ToUnixTimeSeconds()
            ? new(new(bytes.AsSpan(0, 16), bigEndian: true), new(bytes.AsSpan(16, 16), bigEndian: true))
            : null;
    }
}

public sealed record LinkedFile(Guid TenantId, Guid FileId);
