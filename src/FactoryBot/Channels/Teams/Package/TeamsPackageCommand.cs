using System.CommandLine;

namespace FactoryBot.Channels.Teams.Package;

/// <summary>factorybot teams-package: writes the zip file that is uploaded to Teams.</summary>
internal static class TeamsPackageCommand
{
    public static Command Build()
    {
        var appId = new Option<string>("--app-id") { Description = "The client id of the bot registration.", Required = true };
        var packageId = new Option<string?>("--package-id") { Description = "The id of the app in the catalogue. Default: the app id." };
        var version = new Option<string>("--app-version") { Description = "Raise it with each upload.", DefaultValueFactory = _ => "1.0.0" };
        var developer = new Option<string>("--developer") { Description = "Who runs this installation.", DefaultValueFactory = _ => "FactoryBot" };
        var website = Address("--website", "Your page about it (https).", required: true);
        var privacy = Address("--privacy", "Your privacy statement. Default: the website.");
        var terms = Address("--terms", "Your terms of use. Default: the website.");
        var output = new Option<FileInfo>("--out") { Description = "The file to write.", DefaultValueFactory = _ => new("factorybot-teams.zip") };
        var command = new Command("teams-package", "Write the Teams app package, ready to upload.")
        {
            appId, packageId, version, developer, website, privacy, terms, output,
        };
        command.SetAction(async (parsed, cancellationToken) =>
        {
            var app = parsed.GetRequiredValue(appId);
            var site = parsed.GetRequiredValue(website)!;
            var details = new PackageDetails(
                app, parsed.GetValue(packageId) ?? app, parsed.GetRequiredValue(version), parsed.GetRequiredValue(developer),
                site, parsed.GetValue(privacy) ?? site, parsed.GetValue(terms) ?? site);
            if (details.Wrong() is { } wrong)
            {
                await parsed.InvocationConfiguration.Error.WriteLineAsync(wrong);
                return 1;
            }
            var file = parsed.GetRequiredValue(output);
            await using (var target = file.Create())
                await AppPackage.WriteAsync(target, details, cancellationToken);
            await parsed.InvocationConfiguration.Output.WriteLineAsync($"Wrote {file.FullName}. Upload it in Teams: Apps, Manage your apps, Upload an app.");
            return 0;
        });
        return command;
    }

    private static Option<Uri?> Address(string name, string description, bool required = false) => new(name)
    {
        Description = description,
        Required = required,
        CustomParser = parsed =>
        {
            if (Uri.TryCreate(parsed.Tokens[0].Value, UriKind.Absolute, out var address))
                return address;
            parsed.AddError($"{name} must be an address such as https://your.page.");
            return null;
        },
    };
}
