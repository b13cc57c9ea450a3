using FactoryBot.Skills.Results;

namespace FactoryBot.Turns;

/// <summary>Registers the durable turns: inbox, dispatch, planning, delivery.</summary>
public static class TurnServices
{
    public static IServiceCollection AddTurns(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddOptions<TurnOptions>().Bind(configuration.GetSection("Turns")).ValidateDataAnnotations().ValidateOnStart();
        services.AddSingleton<HostIdentity>();
        services.AddSingleton<TurnStore>();
        services.AddSingleton<TurnBatchStore>();
        services.AddSingleton<TurnWriter>();
        services.AddSingleton<ReplyWaiters>();
        services.AddSingleton<FeedbackStore>();
        services.AddSingleton<SentFileStore>();
        services.AddSingleton<ISentMessages, SentMessageStore>();
        services.AddSingleton<IOfferedFiles, OfferedFiles>();
        services.AddSingleton<TakeFiles>();
        services.AddSingleton<ReachStore>();
        services.AddSingleton<Reach>();
        services.AddSingleton<NoticeDelivery>();
        services.AddSingleton<CardActions>();
        services.AddSingleton<IGivenAnswers, GivenAnswerStore>();
        services.AddSingleton<Present>();
        services.AddSingleton<GroupPrivacy>();
        services.AddSingleton<ILookUp, LookUp>();
        services.AddSingleton<Welcome>();
        services.AddSingleton<TurnDelivery>();
        services.AddSingleton<TurnRunner>();
        services.AddSingleton<TurnDispatcher>();
        services.AddSingleton<ITurnIntake, TurnIntake>();
        services.AddSingleton<IConversations, ConversationStore>();
        services.AddHostedService<HostPresence>();
        services.AddHostedService<NoticeSender>();
        return services;
    }
}
