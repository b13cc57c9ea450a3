using System.ComponentModel;
using FactoryBot.Skills.Functions;
using FactoryBot.Skills.Results;
using FactoryBot.Skills.Tenancy;

namespace FactoryBot.Skills.Quotes;

/// <summary>How this organisation quotes: paper, currency, formats, margins.</summary>
internal sealed class QuoteSettingsSkill(ChangeQuoteSettings settings) : ISkill
{
    public string Module => "quotes";

    [SkillFunction("quotes_settings", Permission = Permissions.QuotesView, Title = "Quote settings",
        Subjects = ["quote settings", "settings of quotes", "settings for quotes", "quotation settings", "quote setup"])]
    [Description("Shows how this organisation quotes: company, address, terms, logo, currency, number format, validity, margins.")]
    [Example("Show the quote settings")]
    [Example("what are our settings for quotes")]
    [Example("quote settings")]
    public Task<SkillResult> ShowAsync(Asker asker, CancellationToken cancellationToken = default) => settings.ShowAsync(asker, cancellationToken);

    [SkillFunction("quotes_set", Permission = Permissions.QuotesApprove, Title = "Change a quote setting")]
    [Description("Changes how this organisation quotes: company name, address, terms, currency, number format, validity, target and lowest margin, rush surcharge. Give the words as they were said.")]
    [Example("Our quotes are valid for 45 days")]
    [Example("quote terms: 30 days net, ex works")]
    [Example("number format on quotes is German")]
    [Example("set the company address on quotes to Hall 3; 70173 Stuttgart")]
    [Example("set the target margin to 35 %")]
    public Task<SkillResult> SetAsync(
        Asker asker,
        [Slot(SlotKind.Message, Values =
        [
            "^our quotes are valid", "^quotes are valid for", "^new quotes are valid", "^set the default validity", "^default validity", "^set the validity of our quotes", "^set the validity of quotes", "^quote terms", "^payment terms", "^our payment terms", "^our quote terms",
            "^set the quote terms", "^set our quote terms", "^set the payment terms", "^set our payment terms", "^change the quote terms", "^change the payment terms", "^number format", "^quote number format", "^set the number format", "^use ... number format",
            "^date format", "^set the date format", "^set the company address", "^set our address", "^company address", "^our address on quotes", "^set the address on quotes", "^address on quotes", "^company name", "^set the company name", "^our company name",
            "^company on quotes", "^set the target margin", "^target margin", "^set target margin", "^set the floor margin", "^floor margin", "^set the minimum margin", "^minimum margin", "^set the lowest margin", "^lowest margin", "^set the rush surcharge", "^rush surcharge",
            "^quote currency", "^set the quote currency", "^set the currency of quotes", "^set the currency for quotes", "^currency of quotes", "^currency on quotes", "^our quotes are in", "^quotes are in", "^quotes should be in",
        ]), Description("The setting, as it was said.")] string setting,
        CancellationToken cancellationToken = default) => settings.SayAsync(setting, asker, cancellationToken);

    [SkillFunction("quotes_logo", Permission = Permissions.QuotesApprove, Title = "Set the logo on quotes",
        Subjects = ["logo on quotes", "logo for quotes", "quote logo", "our logo", "company logo", "logo"])]
    [Description("Puts the image that comes with the message on quotes as logo.")]
    [Example("Use this image as our logo")]
    [Example("set the logo on quotes")]
    [Example("this is our company logo")]
    public Task<SkillResult> LogoAsync(
        Asker asker,
        [Slot(SlotKind.File, Endings = [".png", ".jpg", ".jpeg"]), Description("The image that came with the message.")] string? file = null,
        CancellationToken cancellationToken = default) => settings.LogoAsync(file ?? (asker.Files is [var only, ..] ? only.Id.ToString() : null), asker, cancellationToken);

    [SkillFunction("quotes_settings_undo", Permission = Permissions.QuotesApprove, Title = "Undo the last change of the quote settings",
        Undoes = ["quotes_set"],
        Subjects = ["undo the quote settings", "undo the quote setting", "undo the settings of quotes", "undo that quote setting"])]
    [Description("Puts the quote settings back as they were before their last change.")]
    [Example("Undo the quote settings")]
    [Example("undo that quote setting")]
    public Task<SkillResult> UndoAsync(Asker asker, CancellationToken cancellationToken = default) => settings.UndoAsync(asker, cancellationToken);
}
