using Microsoft.Extensions.AI;

namespace FactoryBot.Planning;

/// <summary>The language model that is configured, with its prices per million tokens.</summary>
internal sealed record PlannerModel(IChatClient Client, string Name, decimal PriceIn, decimal PriceOut, bool Streaming)
{
    public decimal Cost(long tokensIn, long tokensOut) => ((tokensIn * PriceIn) + (tokensOut * PriceOut)) / 1_000_000m;
}
