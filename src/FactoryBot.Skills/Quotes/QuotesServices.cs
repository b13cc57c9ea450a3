using FactoryBot.Skills.Approvals;
using FactoryBot.Skills.Functions;
using FactoryBot.Skills.Jobs;
using FactoryBot.Skills.Quotes.Attachments;
using FactoryBot.Skills.Quotes.Catalogue;
using FactoryBot.Skills.Quotes.Demo;
using FactoryBot.Skills.Quotes.Documents;
using FactoryBot.Skills.Quotes.Evaluation;
using FactoryBot.Skills.Quotes.Meaning;
using FactoryBot.Skills.Quotes.Overview;
using FactoryBot.Skills.Vectors;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace FactoryBot.Skills.Quotes;

public static class QuotesServices
{
    /// <summary>Adds the catalogue, reading and matching of requests, pricing, quotes and their documents. Needs the
    /// <see cref="Database.FactoryDatabase"/>.</summary>
    public static IServiceCollection AddQuotes(this IServiceCollection services, IConfiguration configuration)
    {
        services.TryAddSingleton(TimeProvider.System);
        services.AddSingleton<ImportParts>();
        services.AddSingleton<ImportCustomers>();
        services.AddSingleton<EvaluateQuotes>();
        services.AddVectors(configuration);
        services.AddSingleton<FindParts>();
        services.AddSingleton<EmbedParts>();
        services.AddSingleton(RepeatedJob.Of<EmbedParts>(EmbedParts.Every));
        services.AddSingleton<RequestedLines>();
        services.AddSingleton<DraftQuote>();
        services.AddSingleton<DraftFromFile>();
        services.AddSingleton<KeepAttachments>();
        services.AddSingleton<EditQuote>();
        services.AddSingleton<QuoteApproval>();
        services.AddSingleton<IApprovalSubject>(s => s.GetRequiredService<QuoteApproval>());
        services.AddSingleton<SubmitQuote>();
        services.AddSingleton<DecideQuote>();
        services.AddSingleton<MoveQuote>();
        services.AddSingleton<ShowQuotes>();
        services.AddSingleton<IQuickSearch, QuoteSearch>();
        services.AddSingleton<ExportQuote>();
        services.AddSingleton<FindAlternatives>();
        services.AddSingleton<LookUpPart>();
        services.AddSingleton<LoadDemoQuotes>();
        services.AddSingleton<ChangeQuoteSettings>();
        services.AddSingleton<ExpireQuotes>();
        services.AddSingleton(RepeatedJob.Of<ExpireQuotes>(ExpireQuotes.Every));
        services.AddSingleton<ReindexParts>();
        services.AddSingleton(RepeatedJob.Of<ReindexParts>(ReindexParts.Every));
        services.AddSingleton<ISkill, QuotesSkill>();
        services.AddSingleton<ISkill, DocumentSkill>();
        services.AddSingleton<ISkill, AttachmentSkill>();
        services.AddSingleton<ISkill, OverviewSkill>();
        services.AddSingleton<PartSkill>();
        services.AddSingleton<ISkill>(s => s.GetRequiredService<PartSkill>());
        services.AddSingleton<ISentenceReader>(s => s.GetRequiredService<PartSkill>());
        services.AddSingleton<ISentenceReader, RequestReader>();
        services.AddSingleton<ISkill, QuoteSettingsSkill>();
        return services;
    }
}
