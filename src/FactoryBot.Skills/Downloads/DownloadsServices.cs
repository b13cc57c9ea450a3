using FactoryBot.Skills.Functions;
using FactoryBot.Skills.Results;
using Microsoft.Extensions.DependencyInjection;

namespace FactoryBot.Skills.Downloads;

public static class DownloadsServices
{
    /// <summary>Adds answers as files. Needs files, and an <see cref="IGivenAnswers"/> of the host.</summary>
    public static IServiceCollection AddDownloads(this IServiceCollection services)
    {
        services.AddSingleton<DownloadAnswer>();
        services.AddSingleton<ISkill, DownloadsSkill>();
        return services;
    }
}
