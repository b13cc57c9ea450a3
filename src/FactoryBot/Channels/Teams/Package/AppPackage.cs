using System.IO.Compression;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace FactoryBot.Channels.Teams.Package;

/// <summary>The Teams app package: the manifest with an installation's own ids and addresses, and the two icons.</summary>
internal static class AppPackage
{
    private const string Manifest = "manifest.json";
    private static readonly string[] Icons = ["color.png", "outline.png"];
    private static readonly JsonSerializerOptions Readable =
        new() { WriteIndented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>The manifest that is packed: the template with what belongs to one installation.</summary>
    public static JsonObject Fill(PackageDetails details)
    {
        using var template = Open(Manifest);
        var manifest = JsonNode.Parse(template)!.AsObject();
        manifest["id"] = details.PackageId;
        manifest["version"] = details.Version;
        foreach (var part in manifest["bots"]!.AsArray().Concat(manifest["composeExtensions"]!.AsArray()))
            part!["botId"] = details.AppId;
        var developer = manifest["developer"]!;
        developer["name"] = details.Developer;
        developer["websiteUrl"] = details.Website.AbsoluteUri;
        developer["privacyUrl"] = details.Privacy.AbsoluteUri;
        developer["termsOfUseUrl"] = details.Terms.AbsoluteUri;
        return manifest;
    }

    /// <summary>Writes the zip file: these three files at its root and nothing else, as Teams demands.</summary>
    public static async Task WriteAsync(Stream output, PackageDetails details, CancellationToken cancellationToken)
    {
        await using var zip = await ZipArchive.CreateAsync(output, ZipArchiveMode.Create, leaveOpen: true, entryNameEncoding: null, cancellationToken);
        await using (var manifest = await zip.CreateEntry(Manifest).OpenAsync(cancellationToken))
            await JsonSerializer.SerializeAsync(manifest, Fill(details), Readable, cancellationToken);
        foreach (var icon in Icons)
        {
            await using var source = Open(icon);
            await using var target = await zip.CreateEntry(icon).OpenAsync(cancellationToken);
            await source.CopyToAsync(target, cancellationToken);
        }
    }

    private static Stream Open(string name) =>
        typeof(AppPackage).Assembly.GetManifestResourceStream("appPackage/" + name)
        ?? throw new InvalidOperationException($"The program lacks its part appPackage/{name}.");
}

/// <summary>What belongs to one installation.</summary>
/// <param name="AppId">The client id of the bot registration.</param>
/// <param name="PackageId">The id of the app in the organisation's catalogue; keep it between versions.</param>
/// <param name="Version">Raised with each upload, for example 1.0.1.</param>
/// <param name="Developer">Who runs this installation, at most 32 characters.</param>
internal sealed record PackageDetails(
    string AppId, string PackageId, string Version, string Developer, Uri Website, Uri Privacy, Uri Terms)
{
    private const int LongestDeveloper = 32;

    /// <returns>What is wrong, in words for the one who typed it; null when nothing is.</returns>
    public string? Wrong() =>
        !Guid.TryParseExact(AppId, "D", out var app) || app == Guid.Empty ? "The app id must be the client id of the bot registration, a GUID."
        : !Guid.TryParseExact(PackageId, "D", out var package) || package == Guid.Empty ? "The package id must be a GUID."
        : !System.Version.TryParse(Version, out var version) || version.Build < 0 || version.Revision >= 0 ? "The version must have three numbers, for example 1.0.0."
        : Developer.Length is 0 or > LongestDeveloper ? $"The developer's name must have 1 to {LongestDeveloper} characters."
        : new[] { Website, Privacy, Terms }.Any(u => u.Scheme != Uri.UriSchemeHttps) ? "The addresses must begin with https://."
        : null;
}
