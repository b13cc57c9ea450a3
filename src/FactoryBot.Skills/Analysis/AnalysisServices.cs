using FactoryBot.Skills.Analysis.Answers;
using FactoryBot.Skills.Analysis.Guard;
using FactoryBot.Skills.Analysis.Memory;
using FactoryBot.Skills.Analysis.Relevance;
using FactoryBot.Skills.Analysis.Sources;
using FactoryBot.Skills.Analysis.Words;
using FactoryBot.Skills.Jobs;
using FactoryBot.Skills.Functions;
using FactoryBot.Skills.Vectors;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace FactoryBot.Skills.Analysis;

public static class AnalysisServices
{
    /// <summary>Adds the analysis skill: questions of the plant's data, the sample shop and connected databases. Needs the
    /// <see cref="Database.FactoryDatabase"/> and <c>AddFiles</c>.</summary>
    public static IServiceCollection AddAnalysis(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddOptions<AnalysisOptions>().Bind(configuration.GetSection(AnalysisOptions.Section)).ValidateDataAnnotations().ValidateOnStart();
        services.AddSingleton<SourceStore>();
        services.AddSingleton<SourceModels>();
        services.AddSingleton<ConnectSource>();
        services.AddSingleton<GuardStore>();
        services.AddSingleton<DataRange>();
        services.AddSingleton<QueryStore>();
        services.AddSingleton<AnswerMemory>();
        services.AddSingleton<AnswerFiles>();
        services.AddSingleton<RunQuery>();
        services.AddSingleton<AskQuestion>();
        services.AddSingleton<FollowQuestion>();
        services.AddSingleton<RunStatement>();
        services.AddSingleton<DescribeSource>();
        services.AddSingleton<RecallQueries>();
        services.AddSingleton<VerifyAnswer>();
        services.AddSingleton<CheckVerified>();
        services.AddSingleton(RepeatedJob.Of<CheckVerified>(CheckVerified.Every));
        services.AddSingleton<WordStore>();
        services.AddSingleton<TeachWord>();
        services.AddSingleton<RunningQueries>();
        services.AddVectors(configuration);
        services.AddSingleton<FindRelevant>();
        services.AddSingleton<RefreshElements>();
        services.AddSingleton(RepeatedJob.Of<RefreshElements>(RefreshElements.Every));
        services.AddSingleton<IQuestionContext, AnalysisContext>();
        services.AddSingleton<AnalysisSkill>();
        services.AddSingleton<ISkill, WordsSkill>();
        services.AddSingleton<ISkill>(provider => provider.GetRequiredService<AnalysisSkill>());
        return services.AddSingleton<ISentenceReader>(provider => provider.GetRequiredService<AnalysisSkill>());
    }
}
