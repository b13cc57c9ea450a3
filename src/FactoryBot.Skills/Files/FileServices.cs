using FactoryBot.Skills.Jobs;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace FactoryBot.Skills.Files;

public static class FileServices
{
    private const string LocalAddress = "http://localhost:3978";

    /// <summary>Adds kept files and the links to them. Needs <c>AddFactoryDatabase</c>.</summary>
    public static IServiceCollection AddFiles(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddOptions<FilesOptions>()
            .Configure(options => options.PublicUrl = Listening(configuration))
            .Bind(configuration.GetSection(FilesOptions.Section))
            .ValidateDataAnnotations()
            .Validate(
                options => Uri.TryCreate(options.PublicUrl, UriKind.Absolute, out var url) && url.Scheme is "http" or "https",
                "Files:PublicUrl must be an address such as https://factorybot.example.com.")
            .ValidateOnStart();
        services.AddSingleton<FileStore>();
        services.AddSingleton(RepeatedJob.Of<DropExpiredFiles>(DropExpiredFiles.Every));
        return services.AddSingleton<FileLinks>();
    }

    // "Any address" of the machine is no address that a link could name.
    private static string Listening(IConfiguration configuration)
    {
        var first = (configuration["urls"] ?? LocalAddress).Split(';')[0];
        foreach (var any in (string[])["*", "+", "0.0.0.0", "[::]"])
            first = first.Replace($"://{any}", "://localhost", StringComparison.Ordinal);
        return first;
    }
}
