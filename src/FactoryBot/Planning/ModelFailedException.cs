namespace FactoryBot.Planning;

/// <summary>Why a language model gave no usable answer.</summary>
internal enum ModelFailure
{
    Unreachable,
    TimedOut,
    Busy,
    QuotaUsedUp,
    NotAuthorised,
    NotFound,
    BadRequest,
    ContextTooLong,
    Filtered,
    Declined,
    CutOff,
    ServerError,
}

/// <summary>A model's failure, whatever its wire looks like; the planner answers without the model.</summary>
internal sealed class ModelFailedException(ModelFailure reason, string detail, Exception? inner = null)
    : Exception($"{reason}: {detail}", inner)
{
    public ModelFailure Reason { get; } = reason;
}
