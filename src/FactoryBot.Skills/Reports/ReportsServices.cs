using FactoryBot.Skills.Functions;
using FactoryBot.Skills.Results;
using Microsoft.Extensions.DependencyInjection;

namespace FactoryBot.Skills.Reports;

public static class ReportsServices
{
    /// <summary>Adds reported answers. Needs the database, tenancy, notices, and an <see cref="IGivenAnswers"/> of the host.</summary>
    public static IServiceCollection AddReports(this IServiceCollection services)
    {
        services.AddSingleton<ReportAnswer>();
        services.AddSingleton<ListReports>();
        services.AddSingleton<ISkill, ReportsSkill>();
        return services;
    }
}
