using System.Text.Json;
using FactoryBot.Skills.Cards;
using FactoryBot.Skills.Database;
using FactoryBot.Skills.Files;
using FactoryBot.Skills.Quotes.Documents;
using FactoryBot.Skills.Quotes.Lifecycle;
using FactoryBot.Skills.Results;
using FactoryBot.Skills.Tenancy;
using FactoryBot.Skills.Tenancy.Audit;

namespace FactoryBot.Skills.Quotes;

/// <summary>Shows and changes how a tenant quotes. Quotes that exist keep what they say; the next draft and the next edit take the new settings.</summary>
internal sealed class ChangeQuoteSettings(FactoryDatabase database, FileStore files, AuditLog audit)
{
    private const int LargestLogo = 2 << 20;

    public async Task<SkillResult> ShowAsync(Asker asker, CancellationToken cancellationToken)
    {
        await using var scope = await database.OpenAsync(asker.TenantId, cancellationToken);
        return Shown(await SettingStore.ReadAsync(scope, cancellationToken), null, asker);
    }

    public async Task<SkillResult> SayAsync(string text, Asker asker, CancellationToken cancellationToken)
    {
        await using var scope = await database.OpenAsync(asker.TenantId, cancellationToken);
        return ReadSetting.Of(await SettingStore.ReadAsync(scope, cancellationToken), text) is var (settings, said)
            ? await SaveAsync(scope, settings, said, asker, cancellationToken)
            : QuoteFailures.UnknownSetting(text);
    }

    /// <summary>The image is kept anew: the one that came with the message is not kept for ever.</summary>
    public async Task<SkillResult> LogoAsync(string? file, Asker asker, CancellationToken cancellationToken)
    {
        if (asker.File(file) is not { } sent || await files.ReadAsync(asker.TenantId, sent.Id, cancellationToken) is not { } content)
            return QuoteFailures.NoLogo();
        return await LogoAsync(new NewFile(sent.Name, sent.MediaType, content.Content), asker, cancellationToken);
    }

    /// <summary>What cannot be drawn is refused here and not when the next quote is printed.</summary>
    public async Task<SkillResult> LogoAsync(NewFile image, Asker asker, CancellationToken cancellationToken)
    {
        if (image.Content.Length is 0 or > LargestLogo || !LogoImage.CanBeDrawn(image.Content))
            return QuoteFailures.NoImage(image.Name);
        await using var scope = await database.OpenAsync(asker.TenantId, cancellationToken);
        var kept = await files.KeepAsync(scope, image, cancellationToken);
        return await SaveAsync(scope, await SettingStore.ReadAsync(scope, cancellationToken) with { LogoFileId = kept.Id }, $"Logo on quotes: {image.Name}", asker, cancellationToken);
    }

    public async Task<SkillResult> UndoAsync(Asker asker, CancellationToken cancellationToken)
    {
        await using var scope = await database.OpenAsync(asker.TenantId, cancellationToken);
        return await SettingStore.PreviousAsync(scope, cancellationToken) is { } before
            ? await SaveAsync(scope, before, "The quote settings are as before their last change", asker, cancellationToken)
            : QuoteFailures.NoEarlierSettings();
    }

    private async Task<SkillResult> SaveAsync(TenantScope scope, QuoteSettings settings, string said, Asker asker, CancellationToken cancellationToken)
    {
        await SettingStore.SaveAsync(scope, settings, cancellationToken);
        await audit.AppendAsync(scope, AuditActor.Of(asker), "quote.settings_changed", said.Split(':')[0], settings.ToJson(), cancellationToken);
        await scope.CommitAsync(cancellationToken);
        return Shown(settings, said + ".", asker);
    }

    private static SkillResult Shown(QuoteSettings settings, string? said, Asker asker)
    {
        var facts = new Fact[]
        {
            new("Company", Or(settings.Company)), new("Address", Or(settings.Address.Replace("\n", ", ", StringComparison.Ordinal))), new("Terms", Or(settings.Terms.Replace("\n", " ", StringComparison.Ordinal))),
            new("Logo", settings.LogoFileId is null ? "none" : "set"), new("Currency", settings.Currency.Length > 0 ? settings.Currency : "that of the parts"), new("Numbers and days", settings.Culture),
            new("Valid for", QuoteText.Number(settings.ValidDays) + " days"), new("Target margin", QuoteText.Amount(settings.TargetMargin) + " %"),
            new("Lowest margin", QuoteText.Amount(settings.FloorMargin) + " %"), new("Rush surcharge", QuoteText.Amount(settings.RushPercent) + " %"),
        };
        var text = said ?? "Quote settings: " + string.Join("; ", facts.Select(f => $"{f.Title}: {f.Value}")) + ".";
        return new()
        {
            Status = ResultStatus.Answered,
            Text = text,
            Data = JsonSerializer.SerializeToElement(settings, QuoteSettingsJson.Default.QuoteSettings),
            Card = new()
            {
                Body = [TextBlock.Heading("Quote settings"), .. said is null ? Array.Empty<CardElement>() : [TextBlock.Of(said)], FactSet.Of(facts)],
                Actions = said is not null && asker.May(Permissions.QuotesApprove) ? [ExecuteAction.Of("Undo", "quotes_settings_undo")] : null,
                FallbackText = text, Lang = "en",
            },
        };
    }

    private static string Or(string value) => value.Length > 0 ? value : "not set";
}
