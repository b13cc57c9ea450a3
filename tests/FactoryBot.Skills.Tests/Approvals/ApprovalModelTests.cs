using FactoryBot.Skills.Approvals;
using FactoryBot.Skills.Quotes.Lifecycle;
using FactoryBot.Skills.Tenancy;

namespace FactoryBot.Skills.Tests.Approvals;

/// <summary>Random lives of quotes on the pure rules: whatever is done by whomever in whatever order, nothing is sent that was not approved.</summary>
public sealed class ApprovalModelTests
{
    private const int Sequences = 10_000;
    private const int Steps = 24;

    private static readonly (Guid Id, Role Role)[] People =
        [.. new[] { Role.Viewer, Role.Analyst, Role.Analyst, Role.Manager, Role.Manager, Role.Admin, Role.Owner }.Select((r, i) => (new Guid(i + 1, 0, 0, new byte[8]), r))];

    [Fact]
    public void TenThousandRandomLives_OfEveryRoleAndOrder_SendOnlyWhatWasApprovedBySomebodyWhoMay()
    {
        var (sent, refused) = (0, 0);
        for (var seed = 1; seed <= Sequences; seed++)
        {
            var world = new World(seed);
            for (var step = 0; step < Steps; step++)
                world.Step();
            sent += world.Sent;
            refused += world.Refused;
        }

        // Without these the test would prove nothing.
        Assert.True(sent > 500, $"only {sent} quotes were sent");
        Assert.True(refused > 5_000, $"only {refused} presses were refused");
    }

    private static bool May(Guid who, string permission) => Permissions.Of(People.First(p => p.Id == who).Role).Contains(permission);

    /// <summary>Several quotes and two hosts: each host remembers cards that may be old by the time they are pressed.</summary>
    private sealed class World(int seed)
    {
        private readonly Random random = new(seed);
        private readonly List<Life> quotes = [new(1)];
        private readonly List<(Life Quote, ApprovalCase Request)> cards = [];

        private readonly ApprovalRule[] rules =
        [
            new() { Kind = "quote", Name = "amount", Permission = Permissions.QuotesApprove, Condition = new() { AmountFrom = 100 } },
            new() { Kind = "quote", Name = "large", Permission = Permissions.UsersManage, Step = 2, Condition = new() { AmountFrom = 500 }, OwnAllowed = seed % 3 == 0 },
            new() { Kind = "quote", Name = "all", Permission = Permissions.QuotesApprove, Everybody = true, Condition = new() { DiscountOver = 20 }, Enabled = seed % 2 == 0 },
        ];

        public int Sent { get; private set; }
        public int Refused { get; private set; }

        public void Step()
        {
            var quote = quotes[random.Next(quotes.Count)];
            var who = People[random.Next(People.Length)].Id;
            switch (random.Next(8))
            {
                case 0 when QuoteStates.MayEdit(quote.State): quote.Edit(random.Next(1, 1000), random.Next(40)); break;
                case 1 when quotes.Count < 3: quotes.Add(quote.Copy(quotes.Count + 1)); break;
                case 2 or 3: Submit(quote, who); break;
                case 4 or 5 when cards.Count > 0: Press(cards[random.Next(cards.Count)], who); break;
                case 6: Send(quote); break;
                default: Withdraw(quote, who); break;
            }
        }

        private void Submit(Life quote, Guid who)
        {
            if (!QuoteStates.MayMove(quote.State, QuoteState.Submitted))
                return;
            quote.Request = ApprovalCase.Open(who, quote.Hash, quote.Facts, rules, p => People.Where(m => May(m.Id, p)).Select(m => m.Id), default);
            quote.State = quote.Request.State == ApprovalState.Approved ? QuoteState.Approved : QuoteState.Submitted;
            cards.Add((quote, quote.Request));
        }

        private void Press((Life Quote, ApprovalCase Request) card, Guid who)
        {
            // The card may be stale: what is asked now is another request, or none.
            if (card.Quote.Request is not { } now)
            {
                Refused++;
                return;
            }

            var verdict = (Verdict)random.Next(3);
            var (after, refused) = now.Decide(who, verdict, card.Request.Hash, May, [], default);
            if (refused is not null)
            {
                Refused++;
                Assert.Equal(now, after);
                return;
            }

            card.Quote.Request = after;
            if (card.Quote.State == QuoteState.Submitted && after.State != ApprovalState.Open)
                card.Quote.State = after.State switch { ApprovalState.Approved => QuoteState.Approved, ApprovalState.Rejected => QuoteState.Rejected, _ => QuoteState.ChangesRequested };
        }

        private static void Withdraw(Life quote, Guid who)
        {
            if (quote.State != QuoteState.Submitted || quote.Request is not { } asked)
                return;
            var (after, refused) = asked.Decide(who, Verdict.Withdraw, quote.Hash, May, [], default);
            if (refused is null)
                (quote.Request, quote.State) = (after, QuoteState.Draft);
        }

        private void Send(Life quote)
        {
            if (!QuoteStates.MayMove(quote.State, QuoteState.Sent))
                return;
            quote.State = QuoteState.Sent;
            Sent++;
            var request = Assert.IsType<ApprovalCase>(quote.Request);
            Assert.Equal(quote.Hash, request.Hash);
            Assert.Equal(ApprovalState.Approved, request.State);
            // Every rule that fits this content, worked out anew, was satisfied by somebody who may and is not the one who asked.
            foreach (var rule in rules.Where(r => r.Enabled && r.Condition.Fits(quote.Facts)))
            {
                var needs = request.Needs.Where(n => n.RuleName == rule.Name).ToArray();
                Assert.NotEmpty(needs);
                Assert.All(needs, n => Assert.True(n.SatisfiedBy is { } by && May(by, rule.Permission!) && (rule.OwnAllowed || by != request.RequestedBy)));
            }
        }
    }

    private sealed class Life(int id)
    {
        private int version = 1;

        public QuoteState State { get; set; }
        public ApprovalCase? Request { get; set; }
        public ApprovalFacts Facts { get; private set; } = new(50, 0, 30, false, []);
        public string Hash => $"{id}/{version}/{Facts.Amount}/{Facts.Discount}";

        public void Edit(decimal amount, decimal discount)
        {
            version++;
            Facts = Facts with { Amount = amount, Discount = discount };
            (State, Request) = (QuoteState.Draft, null);
        }

        public Life Copy(int other) => new(other) { Facts = Facts };
    }
}
