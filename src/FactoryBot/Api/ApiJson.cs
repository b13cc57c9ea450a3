using System.Text.Json;
using System.Text.Json.Serialization;
using FactoryBot.Api.Chat;
using FactoryBot.Api.Figures;
using FactoryBot.Api.Queries;
using FactoryBot.Api.Quotes;
using FactoryBot.Api.Setup;

namespace FactoryBot.Api;

/// <summary>How the API reads and writes its own types.</summary>
[JsonSourceGenerationOptions(JsonSerializerDefaults.Web,
    PropertyNameCaseInsensitive = false,
    NumberHandling = JsonNumberHandling.Strict,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(ChatRequest))]
[JsonSerializable(typeof(ChatAnswer))]
[JsonSerializable(typeof(FeedbackRequest))]
[JsonSerializable(typeof(HealthAnswer))]
[JsonSerializable(typeof(FigureAnswer))]
[JsonSerializable(typeof(Documents.IntakeAnswer))]
[JsonSerializable(typeof(QueryRequest))]
[JsonSerializable(typeof(QueryTicket))]
[JsonSerializable(typeof(QueryRecord))]
[JsonSerializable(typeof(NewQuote))]
[JsonSerializable(typeof(QuoteChange))]
[JsonSerializable(typeof(LineChange))]
[JsonSerializable(typeof(Decision))]
[JsonSerializable(typeof(NewRule))]
[JsonSerializable(typeof(NewDelegation))]
[JsonSerializable(typeof(ImportAnswer))]
[JsonSerializable(typeof(SetupRequest))]
[JsonSerializable(typeof(SetupAnswer))]
internal sealed partial class ApiJson : JsonSerializerContext;
