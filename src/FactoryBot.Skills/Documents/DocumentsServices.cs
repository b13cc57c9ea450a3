using FactoryBot.Skills.Documents.Answers;
using FactoryBot.Skills.Documents.Catalog;
using FactoryBot.Skills.Documents.Embedding;
using FactoryBot.Skills.Documents.Evaluation;
using FactoryBot.Skills.Documents.Gaps;
using FactoryBot.Skills.Documents.Intake;
using FactoryBot.Skills.Documents.Ready;
using FactoryBot.Skills.Documents.Search;
using FactoryBot.Skills.Documents.Synonyms;
using FactoryBot.Skills.Documents.Systems;
using FactoryBot.Skills.Documents.Terms;
using FactoryBot.Skills.Functions;
using FactoryBot.Skills.Jobs;
using FactoryBot.Skills.Vectors;
using Microsoft.Extensions.AI;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;

namespace FactoryBot.Skills.Documents;

public static class DocumentsServices
{
    /// <summary>Adds the documents skill: intake, search and answers. Needs the <see cref="Database.FactoryDatabase"/>.</summary>
    public static IServiceCollection AddDocuments(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddOptions<DocumentsOptions>().Bind(configuration.GetSection(DocumentsOptions.Section))
            .ValidateDataAnnotations().ValidateOnStart();
        services.TryAddSingleton(TimeProvider.System);
        services.AddVectors(configuration);
        services.AddKeyedSingleton<IEmbeddingGenerator<string, Embedding<float>>, LexicalEmbedding>(Embeddings.WithoutModel);
        services.AddSingleton<EmbedAgain>();
        services.AddSingleton(RepeatedJob.Of<EmbedAgain>(EmbedAgain.Every));
        services.AddSingleton<PdfReader>();
        services.AddSingleton<ReadFile>();
        services.AddSingleton<ExpandFiles>();
        services.AddSingleton<EmbedPieces>();
        services.AddSingleton<KnownWords>();
        services.AddSingleton<AddDocuments>();
        services.AddSingleton<RemoveDocument>();
        services.AddSingleton<Dictionary>();
        services.AddSingleton<LearntWords>();
        services.AddSingleton<NearestPieces>();
        services.AddSingleton<SearchDocuments>();
        services.AddHostedService<WarmDocuments>();
        services.AddSingleton<FindFact>();
        services.AddSingleton<AnswerQuestion>();
        services.AddSingleton<EvaluateDocuments>();
        services.AddSingleton<AskDocuments>();
        services.AddSingleton<CloseGap>();
        services.AddSingleton<KeepAnswers>();
        services.AddSingleton<ManageSynonyms>();
        services.AddSingleton<ManageSystems>();
        services.AddSingleton<TakeOpinion>();
        services.AddSingleton<IOpinionTaker>(provider => provider.GetRequiredService<TakeOpinion>());
        services.AddSingleton<ListDocuments>();
        services.AddSingleton<ListGaps>();
        services.AddSingleton<DecideGap>();
        services.AddSingleton<ListOpinions>();
        services.AddSingleton<ReplayGaps>();
        services.AddSingleton<AnswerResult>();
        services.AddSingleton<ShowUsage>();
        services.AddSingleton<SendFile>();
        services.AddSingleton<DocumentsSkill>();
        services.AddSingleton<ISkill>(provider => provider.GetRequiredService<DocumentsSkill>());
        services.AddSingleton<ISkill, LibrarySkill>();
        return services.AddSingleton<ISentenceReader>(provider => provider.GetRequiredService<DocumentsSkill>());
    }
}
