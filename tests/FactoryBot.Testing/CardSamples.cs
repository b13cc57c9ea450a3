using FactoryBot.Skills.Cards;

namespace FactoryBot.Testing;

/// <summary>Keeps the cards that tests produce, for the check by the official renderer (tests/e2e/cards).</summary>
public static class CardSamples
{
    private const string FolderVariable = "FACTORYBOT_CARD_OUT";

    /// <summary>Checks the card against the house rules and writes it to FACTORYBOT_CARD_OUT, or to artifacts/cards.</summary>
    public static AdaptiveCard Save(string name, AdaptiveCard? card)
    {
        if (card is null)
            throw new InvalidOperationException($"There is no card to save as {name}.");
        var wrong = CardRules.Check(card);
        if (wrong.Count > 0)
            throw new InvalidOperationException($"Card {name}: {string.Join(' ', wrong)}");
        var folder = Environment.GetEnvironmentVariable(FolderVariable) ?? Path.Combine(Root(), "artifacts", "cards");
        Directory.CreateDirectory(folder);
        File.WriteAllBytes(Path.Combine(folder, name + ".json"), CardJson.ToBytes(card));
        return card;
    }

    private static string Root()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "FactoryBot.sln")))
            folder = folder.Parent;
        return folder?.FullName ?? AppContext.BaseDirectory;
    }
}
