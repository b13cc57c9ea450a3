using System.Text.Json.Serialization;

namespace FactoryBot.Skills.Results;

/// <summary>What became of a question: answered, asked back, or one of the five different "no"s, never one for another.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<ResultStatus>))]
public enum ResultStatus
{
    /// <summary>The question is answered; every figure has its proof.</summary>
    [JsonStringEnumMemberName("answered")] Answered,

    /// <summary>Two or more readings fit; the choices carry one each.</summary>
    [JsonStringEnumMemberName("clarify")] Clarify,

    /// <summary>A word or the whole sentence was not understood; it is named.</summary>
    [JsonStringEnumMemberName("not_understood")] NotUnderstood,

    /// <summary>Understood and asked of the data, and no row fits.</summary>
    [JsonStringEnumMemberName("no_rows")] NoRows,

    /// <summary>The asker may not see or do this, or the module is switched off.</summary>
    [JsonStringEnumMemberName("no_right")] NoRight,

    /// <summary>No data of this kind has been loaded at all.</summary>
    [JsonStringEnumMemberName("no_data")] NoData,

    /// <summary>Something broke; the log has the details.</summary>
    [JsonStringEnumMemberName("failed")] Failed,
}
