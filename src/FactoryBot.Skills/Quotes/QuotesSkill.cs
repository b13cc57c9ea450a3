using System.ComponentModel;
using System.Globalization;
using FactoryBot.Skills.Approvals;
using FactoryBot.Skills.Functions;
using FactoryBot.Skills.Quotes.Lifecycle;
using FactoryBot.Skills.Results;
using FactoryBot.Skills.Tenancy;

namespace FactoryBot.Skills.Quotes;

/// <summary>Making and changing quotes.</summary>
internal sealed class QuotesSkill(DraftFromFile draft, EditQuote edit, SubmitQuote submit, MoveQuote move, SayWhoWould would) : ISkill
{
    public string Module => "quotes";

    [SkillFunction("quotes_draft", Permission = Permissions.QuotesManage, Title = "Draft a quote from a request", Help = "Please quote 200 pcs M8x40 hex bolts DIN 933")]
    [Description("Drafts a quote from a request for quotation: finds the parts in the catalogue and prices them. What is not sure is left open with choices. "
        + "The request must be given exactly as it was written, all of it.")]
    [Example("Please quote 200 pcs M8x40 hex bolts DIN 933")]
    [Example("pls quote 500 pcs #6-32 button head screws 3/8 inch long")]
    [Example("need price on M6 washers, qty 1,000")]
    [Example("RFQ 2231: 40 of 92949A118 and 250 of 92141A008")]
    [Example("how much for 4 gear motors and 8 hubs")]
    [Example("quote for Kovo: 10 bearings 6204-2RS")]
    [Example("Please send us your best offer for 300 lock nuts M6")]
    [Example("new quote: 20 square beams 328 mm")]
    [Example("can you quote 50 terminal blocks 2 pole")]
    [Example("Quote request: 12 shaft couplings 6 mm")]
    [Example("we need prices for 100 washers and 100 nuts M8")]
    [Example("draft a quote for 5 regulators 12 V")]
    public Task<SkillResult> DraftAsync(
        Asker asker,
        [Slot(SlotKind.Message, Values =
        [
            "quote for", "quote #", "quote us", "please quote", "pls quote", "plz quote", "can you quote", "could you quote", "kindly quote", "need a quote", "want a quote",
            "like a quote", "^get a quote", "get a quote for", "get a quote on", "i get a quote", "to get a quote please", "need price", "need prices", "need pricing", "price on", "prices on", "pricing on", "price for #", "prices for", "pricing for",
            "price and delivery", "best offer", "best price", "offer for", "your offer", "rfq", "request for quotation", "request for quote", "quotation for",
            "quotation request", "quote request", "need quotation", "inquiry", "enquiry", "anfrage", "angebot", "draft a quote", "make a quote", "new quote", "^create a quote",
            "how much for #", "how much for the", "how much are #", "how much is #", "how much would #", "qty #", "quantity: #", "^# pcs", "^# pieces", "^# off",
            "^# x", "# pcs of", "# pieces of", "# off $", "# pcs$", "# pieces please$", "please send # of", "need # pcs", "need # pieces", "order # pcs", "quote the following",
        ], Verbatim = true), Description("The request exactly as it was written.")] string request,
        [Slot(SlotKind.FreeText), Description("The customer's name, if it is not in the request.")] string? customer = null,
        CancellationToken cancellationToken = default) =>
        draft.RunAsync(request, customer, asker, cancellationToken);

    [SkillFunction("quotes_draft_file", Permission = Permissions.QuotesManage, Title = "Draft a quote from a file",
        Subjects = ["quote this file", "quote from this file", "quote from the file", "quote the attachment", "quote from the attachment"])]
    [Description("Drafts a quote from a request for quotation that came as a file: CSV, XLSX, DOCX, PDF or text.")]
    [Example("quote this file")]
    [Example("make a quote from the attachment")]
    [Example("draft a quote from this file")]
    public Task<SkillResult> DraftFileAsync(
        Asker asker,
        [Slot(SlotKind.File, Endings = [".csv", ".tsv", ".xlsx", ".xlsm", ".docx", ".pdf", ".txt", ".eml"]), Description("The file that came with the message.")] string? file = null,
        CancellationToken cancellationToken = default) =>
        file is null && asker.Files.Count == 0
            ? Task.FromResult(SkillResult.No(ResultStatus.Clarify, "Send the file with the request together with this message."))
            : draft.OfFileAsync(file ?? asker.Files[0].Id.ToString(), asker, cancellationToken);

    [SkillFunction("quotes_edit", Permission = Permissions.QuotesManage, Title = "Change a quote")]
    [Description("Changes a quote by words: quantities, discounts, prices, lines, parts, validity, customer, notes. Without a number it is the quote that the "
        + "asker worked on last. Give the words as they were said.")]
    [Example("make line 2 250 pieces")]
    [Example("use the first one for line 1")]
    [Example("give 5 % on all fasteners")]
    [Example("take out the washers")]
    [Example("valid for 60 days")]
    [Example("remove line 3")]
    [Example("set the price of line 1 to 3.20")]
    [Example("in Q-00012 make line 1 40 pieces")]
    [Example("add 100 M8 washers to the quote")]
    [Example("change the quantity of line 2 to 500")]
    [Example("10 % discount on line 2")]
    [Example("set the customer to Kovo")]
    [Example("valid until 31 December")]
    public Task<SkillResult> EditAsync(
        Asker asker,
        [Slot(SlotKind.Message, Values =
        [
            "^use the ... ones", "^take the ... ones", "^use the ... one for line", "^take the ... one for line", "^use ... for all", "^take ... for all", "^use the first", "^use the second", "^use the third", "^take the first", "^take the second", "^take the third", "^use option #", "^take option #", "^choose option #", "^option #",
            "^line # option #", "^line # the first", "^line # the second", "^line # take", "^line # use", "^for line #", "^make line # #", "^make line # to #", "^make it # pieces", "^make it # pcs", "^make it valid", "^set line # to", "^change line # to", "^line # qty", "^line # quantity",
            "^line # to # pcs", "^change the quantity", "^set the quantity", "^change quantity", "^set quantity", "^change qty", "^make the ... # pieces", "^make the ... # pcs",
            "^give # %", "^give #%", "^give them # %", "^give them #%", "^give ... # % discount", "^give ... #% discount", "# % off line", "#% off line", "# % discount on",
            "#% discount on", "# percent discount on", "^give # percent", "^gimme # %", "^gimme #%", "^first line #", "^second line #", "^last line #", "^the first line #", "^the last line #", "^discount # %", "^# % on line", "^#% on line", "^# % on all", "^#% on all", "^# % on the", "^drop the", "^drop line", "^remove line",
            "^remove ... from the quote", "^remove item", "^delete line", "^take out the", "^take out line", "^valid for # days", "^valid for # weeks", "^valid for # months",
            "^valid until", "^set validity", "^price of line", "^set the price of", "^set price of", "^change the price of", "^change the price on", "^add # ", "^add ... to the quote", "^also add #",
            "^in q-#", "^in quote q-#", "^in quote #", "^set the customer", "^change the customer", "^customer is", "^the customer is", "^customer should be", "^wrong customer",
            "^make the first line", "^make the second line", "^make the last line", "^drop the last line", "^remove the last line",
            "^delete the last line", "^drop the first line", "^remove the first line", "^take out the last line", "^give em # %", "^give em #%", "^give him #%", "^give her #%", "^give him # %", "^give her # %", "^valid # days", "^valid # weeks", "^valid # months",
            "^actually make line", "^sorry make line", "^no make line", "^ok make line", "^pls make line", "^use ... for line #", "^take ... for line #", "^add a note", "^set the notes", "^note:",
        ]), Description("What to change, as it was said.")] string change,
        CancellationToken cancellationToken = default) => edit.ByWordsAsync(change, asker, cancellationToken);

    [SkillFunction("quotes_undo", Permission = Permissions.QuotesManage, Title = "Take back the last change of a quote", Undoes = ["quotes_edit", "quotes_choose"])]
    [Description("Makes a quote as it was before its last change; said again, the change is made again. Without a number it is the quote that the asker worked on last.")]
    [Example("undo the last change of my quote")]
    public Task<SkillResult> UndoAsync(
        Asker asker,
        [Slot(SlotKind.Message, Values = ["^undo the last change$", "^undo last change$", "^undo my last change$", "^undo the change$", "^undo the last change of", "^undo the last change on", "^undo the last change in q-#"]),
         Description("The quote's number, or the words that were said.")] string? quote = null,
        CancellationToken cancellationToken = default) => edit.UndoAsync(QuoteNumber.In(quote), asker, cancellationToken);

    [SkillFunction("quotes_choose", Permission = Permissions.QuotesManage, Title = "Choose the part of a line", ButtonOnly = true)]
    [Description("Puts the chosen part on an open line of a draft.")]
    public Task<SkillResult> ChooseAsync(
        Asker asker,
        [Slot(SlotKind.FreeText), Description("The quote's number.")] string quote,
        [Slot(SlotKind.FreeText), Description("The line's place, from 1.")] string line,
        [Slot(SlotKind.FreeText), Description("The part's number.")] string? part = null,
        [Slot(SlotKind.FreeText), Description("The revision that was shown.")] string? revision = null,
        CancellationToken cancellationToken = default) =>
        string.IsNullOrWhiteSpace(part)
            ? Task.FromResult(SkillResult.No(ResultStatus.Clarify, "Choose one of the parts first, then press the button."))
            : edit.RunAsync(quote, Whole(revision), [new ChoosePart(Whole(line) ?? 0, part)], asker, cancellationToken);

    [SkillFunction("quotes_preview", Permission = Permissions.QuotesView, Title = "Who must approve a quote")]
    [Description("Says who must approve a quote and why, before it is submitted; also one that is only described: \"a quote of 12,000 with 15 % discount\". Without either it is the asker's last one.")]
    [Example("Who must approve Q-00012?")]
    [Example("who has to approve my quote")]
    [Example("who needs to approve this quote")]
    [Example("why does Q-00003 need approval")]
    public Task<SkillResult> PreviewAsync(
        Asker asker,
        [Slot(SlotKind.Message, Values = ["who must approve", "who has to approve", "who needs to approve", "who approves", "who will approve", "does ... need approval", "why does ... need approval",
            "who approves quotes", "who approves a quote", "who approves discounts", "who approves a discount", "who must approve quotes", "who must approve a quote", "who has to approve quotes", "who has to approve a quote",
            "who needs to approve a quote", "who signs off", "whose approval does", "whose approval do", "do i need approval for", "do we need approval for", "do quotes ... need approval"]),
         Description("The quote's number, or the words that were said.")] string? quote = null,
        CancellationToken cancellationToken = default) =>
        QuoteNumber.In(quote) is null && quote is not null && SupposedCase.Of(quote) is { } supposed
            ? would.RunAsync(supposed, QuoteApproval.KindName, asker, cancellationToken)
            : submit.PreviewAsync(QuoteNumber.In(quote), asker, cancellationToken);

    [SkillFunction("quotes_submit", Permission = Permissions.QuotesManage, Title = "Submit a quote for approval")]
    [Description("Asks for the approval of a quote's current version. Without a number it is the asker's last one.")]
    [Example("submit quote Q-00012")]
    [Example("submit it for approval")]
    [Example("send Q-00012 for approval")]
    [Example("submit my quote")]
    public Task<SkillResult> SubmitAsync(
        Asker asker,
        [Slot(SlotKind.Message, Values =
        [
            "^submit$", "^submit pls$", "^submit please$", "^submit now$", "^submit quote", "^submit q-#", "^submit the quote", "^submit my quote", "^submit it", "^submit this quote", "^submit that", "^submit for approval", "^pls submit", "^please submit", "^ok submit", "^get it approved", "^get this approved", "send ... for approval", "^ask for approval", "submit ... for approval",
        ]), Description("The quote's number, or the words that were said.")] string? quote = null,
        [Slot(SlotKind.FreeText), Description("The revision that was shown.")] string? revision = null,
        CancellationToken cancellationToken = default) => submit.RunAsync(QuoteNumber.In(quote), Whole(revision), asker, cancellationToken);

    [SkillFunction("quotes_withdraw", Permission = Permissions.QuotesManage, Title = "Withdraw a submitted quote", Undoes = ["quotes_submit"])]
    [Description("Takes a quote back that waits for approval; it is a draft again.")]
    [Example("withdraw Q-00012")]
    [Example("withdraw the quote")]
    public Task<SkillResult> WithdrawAsync(
        Asker asker,
        [Slot(SlotKind.Message, Values = ["^withdraw quote", "^withdraw q-#", "^withdraw the quote", "^withdraw my quote", "^withdraw it", "^withdraw that", "^take it back", "^pull it back", "^take back quote", "^take back q-#", "^take the quote back", "^take q-# back", "^recall it", "^recall q-#", "^retract it", "^retract q-#", "^unsubmit it", "^unsubmit q-#", "^undo the submission"]),
         Description("The quote's number, or the words that were said.")] string? quote = null,
        CancellationToken cancellationToken = default) => move.WithdrawAsync(QuoteNumber.In(quote), asker, cancellationToken);

    [SkillFunction("quotes_copy", Permission = Permissions.QuotesManage, Title = "Copy a quote")]
    [Description("Makes a new draft with the content of a quote; it needs an approval of its own.")]
    [Example("copy Q-00012")]
    [Example("copy quote 7")]
    public Task<SkillResult> CopyAsync(
        Asker asker,
        [Slot(SlotKind.Message, Values = ["^copy quote", "^copy q-#", "^copy the quote", "^copy it", "^copy that", "^duplicate it", "^duplicate quote", "^duplicate q-#"]), Description("The quote's number, or the words that were said.")] string? quote = null,
        CancellationToken cancellationToken = default) => move.CopyAsync(QuoteNumber.In(quote), asker, cancellationToken);

    [SkillFunction("quotes_send", Permission = Permissions.QuotesManage, Title = "Mark a quote as sent")]
    [Description("Marks an approved quote as sent to the customer. Only the exact version that was approved can be sent.")]
    [Example("mark Q-00012 as sent")]
    [Example("Q-00012 was sent")]
    public Task<SkillResult> SendAsync(
        Asker asker,
        [Slot(SlotKind.Message, Values = ["^mark ... as sent", "q-# was sent", "q-# is sent", "quote # was sent", "^send quote", "^send q-#", "^send it$", "^send it out", "^send it to the customer", "^send it to them", "^send the quote$", "^send the quote to the customer", "^it is sent$", "^it was sent$", "^mark it as sent"]),
         Description("The quote's number, or the words that were said.")] string? quote = null,
        [Slot(SlotKind.FreeText), Description("The revision that was shown.")] string? revision = null,
        CancellationToken cancellationToken = default) => move.SendAsync(QuoteNumber.In(quote), Whole(revision), asker, cancellationToken);

    [SkillFunction("quotes_close", Permission = Permissions.QuotesManage, Title = "Say that a quote is won, lost or cancelled")]
    [Description("Records what became of a quote: won, lost with its reason, or cancelled.")]
    [Example("Q-00012 is lost because of the price")]
    [Example("mark Q-00012 as won")]
    [Example("cancel Q-00012")]
    [Example("we lost Q-00007, delivery time")]
    public Task<SkillResult> CloseAsync(
        Asker asker,
        [Slot(SlotKind.Message, Values =
        [
            "^mark ... as won", "^mark ... as lost", "^we won q-#", "^we lost q-#", "^we won quote", "^we lost quote", "q-# is won", "q-# is lost", "q-# was won", "q-# was lost",
            "quote # is won", "quote # is lost", "^cancel quote", "^cancel q-#", "^cancel the quote", "^we won it", "^we lost it", "^won it", "^lost it", "^it is won", "^it is lost", "^we won the quote", "^we lost the quote", "^we won this", "^we lost this",
            "^cancel this quote", "^cancel my quote",
        ]), Description("The quote's number, or the words that were said.")] string quote,
        [Slot(SlotKind.FreeText), Description("won, lost or cancelled; left out: read from the words.")] string? outcome = null,
        [Slot(SlotKind.FreeText), Description("Why; left out: read from the words.")] string? reason = null,
        [Slot(SlotKind.FreeText), Description("The revision that was shown.")] string? revision = null,
        CancellationToken cancellationToken = default)
    {
        var said = CloseWords.Of(quote);
        return move.CloseAsync(QuoteNumber.In(quote), Whole(revision), outcome ?? said.Outcome, reason ?? said.Reason, asker, cancellationToken);
    }

    private static int? Whole(string? text) =>
        int.TryParse(text?.Replace(",", "", StringComparison.Ordinal), NumberStyles.None, CultureInfo.InvariantCulture, out var value) ? value : null;
}
