namespace FactoryBot.Planning;

internal static partial class PlanningLog
{
    [LoggerMessage(2001, LogLevel.Information, "No language model is configured (OpenAI:Model): the built-in planner answers every question")]
    public static partial void NoModel(this ILogger log);

    [LoggerMessage(2002, LogLevel.Information, "Language model {Model} at {Host} answers; the built-in planner stands in when it fails")]
    public static partial void Model(this ILogger log, string model, string host);

    [LoggerMessage(2003, LogLevel.Warning, "Turn {TurnId}: the language model failed ({Reason}: {Detail}); the built-in planner takes over")]
    public static partial void ModelFailed(this ILogger log, Guid turnId, ModelFailure reason, string detail);

    [LoggerMessage(2004, LogLevel.Warning, "Turn {TurnId}: the words of the language model did not pass the check ({Reason}); the plain sentence is sent")]
    public static partial void WordsReplaced(this ILogger log, Guid turnId, string reason);

    [LoggerMessage(2005, LogLevel.Trace, "Turn {TurnId}: refused words: {Words}")]
    public static partial void RefusedWords(this ILogger log, Guid turnId, string words);

    [LoggerMessage(2006, LogLevel.Error, "Turn {TurnId}: function {Function} threw")]
    public static partial void FunctionThrew(this ILogger log, Exception error, Guid turnId, string function);

    [LoggerMessage(2007, LogLevel.Warning, "Turn {TurnId}: the planner called {Function}, which the asker may not use")]
    public static partial void NotAllowed(this ILogger log, Guid turnId, string function);

    [LoggerMessage(2008, LogLevel.Information, "Turn {TurnId}: a call could not be run ({Problem})")]
    public static partial void BadCall(this ILogger log, Guid turnId, string problem);

    [LoggerMessage(2009, LogLevel.Information, "Turn {TurnId}: function {Function} answered {Status} in {Milliseconds} ms")]
    public static partial void Called(this ILogger log, Guid turnId, string function, Skills.Results.ResultStatus status, double milliseconds);

    [LoggerMessage(2010, LogLevel.Warning, "Turn {TurnId}: the model reached its limit of {Limit} after {Rounds} rounds and {Tokens} tokens")]
    public static partial void LimitReached(this ILogger log, Guid turnId, string limit, int rounds, long tokens);

    [LoggerMessage(2011, LogLevel.Information, "The language model answered {Status}; the request is sent again in {Seconds} s (try {Try})")]
    public static partial void Retries(this ILogger log, int status, double seconds, int @try);

    [LoggerMessage(2012, LogLevel.Warning, "Turn {TurnId}: {Skill} could not say what it knows of the question; the model is asked without it")]
    public static partial void NoContext(this ILogger log, Exception error, Guid turnId, string skill);

    [LoggerMessage(2013, LogLevel.Information, "Turn {TurnId}: the model is told once how to correct {Function}")]
    public static partial void Repairs(this ILogger log, Guid turnId, string function);

    [LoggerMessage(2014, LogLevel.Warning, "The encoder inside the process cannot run on this machine; documents are found by words alone")]
    public static partial void NoEncoder(this ILogger log, Exception error);

    [LoggerMessage(2015, LogLevel.Information, "Loading the encoder inside the process")]
    public static partial void LoadsEncoder(this ILogger log);

    [LoggerMessage(2016, LogLevel.Warning, "The language model's reading of a {What} cannot be used ({Reason}: {Detail}); it goes on without")]
    public static partial void ReadingFailed(this ILogger log, string what, ModelFailure reason, string detail);
}
