using Microsoft.Extensions.AI;

namespace FactoryBot.Planning;

/// <summary>The chat clients that a planner drives: always the built-in one, and a language model where one is configured.</summary>
internal sealed record PlannerClients(IChatClient BuiltIn, PlannerModel? Model);
