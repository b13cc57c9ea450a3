using System.Globalization;
using FactoryBot.Skills.Tenancy;

namespace FactoryBot.Api;

/// <summary>Every refusal of the API, with the sentence that its caller reads.</summary>
internal static class ApiFailures
{
    public static Problem KeyMissing { get; } = new(401, "key-missing", "An API key is needed",
        "Send the key as 'Authorization: Bearer fb_...' or in the header X-Api-Key.");

    public static Problem KeyUnknown { get; } = new(401, "key-unknown", "The API key is not valid",
        "The key is unknown, has expired or was revoked.");

    public static Problem KeyTwice { get; } = new(401, "key-twice", "Two different API keys were sent",
        "Send one key only, either in Authorization or in X-Api-Key.");

    public static Problem NotAllowed { get; } = new(403, "not-allowed", "The key may not do this",
        "The role of this API key does not include the permission that is needed here.");

    public static Problem ModuleOff(string module) => new(403, "module-off", "The module is switched off",
        TenancyFailures.ModuleOff(module).Text);

    public static Problem NotFound { get; } = new(404, "not-found", "There is nothing here",
        "No part of the API has this address; /openapi lists them all.");

    public static Problem MethodNotAllowed { get; } = new(405, "method-not-allowed", "This method is not possible here",
        "The address exists, but not with this HTTP method; /openapi lists them all.");

    public static Problem Unexpected { get; } = new(500, "failed", "Something went wrong",
        "The request could not be answered. The log has the details under the trace id.");

    public static Problem Unavailable { get; } = new(503, "unavailable", "The database is not reachable",
        "The request could not be answered now; try again in a moment.") { RetryAfterSeconds = 5 };

    public static Problem Busy { get; } = new(503, "busy", "Too many messages are waiting",
        "Nothing was stored; send the message again in a few seconds.") { RetryAfterSeconds = 5 };

    public static Problem TooSlow { get; } = new(504, "too-slow", "The answer took too long",
        "The question was stored and is still being worked on, but this request does not wait any longer.");

    public static Problem NotJson { get; } = new(415, "not-json", "The body must be JSON",
        "Send the body with 'Content-Type: application/json'.");

    public static Problem Empty { get; } = new(400, "body-missing", "The body is missing",
        "Send a JSON object, such as {\"message\": \"What was the OEE of Assembly-001 last week?\"}.");

    public static Problem Malformed { get; } = new(400, "malformed-json", "The body is not valid JSON",
        "The body could not be read as one JSON object, each field once.");

    public static Problem TooManyRequests(int perMinute, int retryAfter) => new(429, "too-many-requests", "Too many requests",
        Invariant($"At most {perMinute:N0} requests of this kind a minute are answered; try again in {retryAfter:N0} s."))
    {
        RetryAfterSeconds = retryAfter,
    };

    public static Problem BodyTooLarge(int most) => new(413, "body-too-large", "The body is too large",
        Invariant($"At most {most:N0} bytes are read."));

    public static Problem UnknownField(string name) => new(400, "unknown-field", "The body has an unknown field",
        $"The field '{Shown(name)}' is not known here.");

    public static Problem WrongType(string name) => new(400, "wrong-type", "A field has the wrong type",
        $"The field '{Shown(name)}' has a value of the wrong type.");

    public static Problem FieldMissing(string name) => new(400, "field-missing", "A field is missing",
        $"The field '{name}' is needed.");

    public static Problem UnknownParameter(string name) => new(400, "unknown-parameter", "The address has an unknown parameter",
        $"The parameter '{Shown(name)}' is not known here.");

    public static Problem RepeatedParameter(string name) => new(400, "repeated-parameter", "A parameter was sent twice",
        $"Send the parameter '{Shown(name)}' once.");

    public static Problem ParameterTooLong(string name, int most) => new(400, "parameter-too-long", "A parameter is too long",
        Invariant($"The parameter '{name}' may have {most:N0} characters."));

    public static Problem BadDate(string name, string value) => new(400, "bad-date", "A date cannot be read",
        $"'{Shown(value)}' in '{name}' is not a date; write it as 2026-11-09.");

    public static Problem BadNumber(string name, string value) => new(400, "bad-number", "A number cannot be read",
        $"'{Shown(value)}' in '{name}' is not a whole number above 0.");

    public static Problem DatesReversed { get; } = new(400, "dates-reversed", "The period ends before it begins",
        "'from' must not be later than 'to'.");

    public static Problem PeriodTwice { get; } = new(400, "period-twice", "Two periods were given",
        "Send either 'period' or 'from' and 'to', not both.");

    public static Problem HalfPeriod { get; } = new(400, "half-period", "Half of the period is missing",
        "Send both 'from' and 'to'; for one day the same date twice.");

    /// <summary>A text from a caller inside our own sentence: short, and without control characters.</summary>
    private static string Shown(string text)
    {
        var clean = new string([.. text.Where(c => !char.IsControl(c))]);
        return clean.Length <= 60 ? clean : clean[..60] + "…";
    }

    private static string Invariant(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
