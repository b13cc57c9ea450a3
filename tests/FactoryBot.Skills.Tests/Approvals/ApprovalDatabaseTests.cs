using Dapper;
using FactoryBot.Skills.Approvals;
using FactoryBot.Skills.Database;
using FactoryBot.Skills.Tenancy;
using FactoryBot.Skills.Tests.Quotes;
using Npgsql;

namespace FactoryBot.Skills.Tests.Approvals;

/// <summary>The same lives in plain SQL, as the host's role: no code of ours stands between the statements and the triggers.</summary>
public sealed class ApprovalDatabaseTests(PostgresFixture postgres) : IClassFixture<PostgresFixture>
{
    private const int Sequences = 10_000;
    private const int Statements = 4_000;
    private const int SequencesInOne = 100;
    private const int InParallel = 4;

    private const string SentWithoutApproval = """
        select count(*) from quotes.quote q
        where q.sent_hash is not null and not exists (
            select from approvals.request r
            where r.kind = 'quote' and r.subject_id = q.quote_id and r.content_hash = q.sent_hash and r.state = 'approved'
              and not exists (
                  select from approvals.need n left join tenancy.member m on m.member_id = n.satisfied_by
                  where n.request_id = r.request_id
                    and (n.satisfied_by is null or not approvals.role_may(m.role, n.permission) or (n.satisfied_by = r.requested_by and not n.own_allowed)
                        or not exists (select from approvals.decision d where d.request_id = r.request_id and d.member_id = n.satisfied_by and d.verdict = 'approve')))
              and (select count(*) from approvals.need n where n.request_id = r.request_id)
                  = (case when q.total >= 500 then 2 when q.total >= 100 then 1 else 0 end))
        """;

    // K is a key that M has made, R one that is revoked.
    private const string DecidedByAWrongKey = """
        select count(*) from approvals.need n
        join approvals.request r on r.request_id = n.request_id
        join tenancy.member by on by.member_id = n.satisfied_by
        join tenancy.member asked on asked.member_id = r.requested_by
        where by.name = 'R' or (by.name = 'K' and asked.name in ('K', 'M') and not n.own_allowed)
        """;

    private static readonly string[] States = ["draft", "submitted", "approved", "rejected", "changes_requested", "sent", "won", "lost", "expired", "cancelled"];

    [Fact]
    public async Task RandomStatements_OnTwoHostsAndSeveralConnections_NeverSendWhatWasNotApproved()
    {
        var (plant, members) = await PlantAsync();

        var done = await Task.WhenAll(Enumerable.Range(0, InParallel).Select(lane => RunAsync(plant.Database, plant.Tenant, members, lane)));

        Assert.True(done.Sum(d => d.Statements) >= Statements);
        Assert.True(done.Sum(d => d.Sent) >= 10, $"only {done.Sum(d => d.Sent)} were sent");
        // Read from the rows alone: what was sent has an approved request for its very hash, each need satisfied by somebody who may.
        Assert.Equal(0, await plant.QueryAsync<long>(SentWithoutApproval));
        Assert.Equal(0, await plant.QueryAsync<long>(DecidedByAWrongKey));
        Assert.Equal(0, await plant.QueryAsync<long>("select count(*) from quotes.quote where state = 'sent' and sent_hash is distinct from quotes.current_hash(quote_id, version)"));
        // The numbers have no gap.
        Assert.Equal(await plant.QueryAsync<long>("select count(*) from quotes.quote"), await plant.QueryAsync<long>("select max(substr(number, 3)::bigint) from quotes.quote"));
    }

    [Fact]
    public async Task TenThousandRandomSequences_InsideTheDatabase_NeverSendWhatWasNotApproved()
    {
        var (plant, _) = await PlantAsync();
        await using var owner = new NpgsqlConnection(plant.Database.OwnerConnection);
        await owner.ExecuteAsync(RandomSequences.Create);

        for (var chunk = 0; chunk < Sequences / SequencesInOne; chunk++)
        {
            await using var scope = await plant.Database.OpenAsync(plant.Tenant, CancellationToken.None);
            Assert.Equal("factorybot_host", await scope.Connection.ExecuteScalarAsync<string>("select current_user"));
            await scope.Connection.ExecuteAsync("select public.random_sequences(@chunk, @SequencesInOne)", new { chunk, SequencesInOne }, commandTimeout: 300);
            await scope.CommitAsync(CancellationToken.None);
            // As the server does by itself after a while: plans made while the tables were empty are bad ones.
            if (chunk % 10 == 4)
                await owner.ExecuteAsync("analyze quotes.quote, quotes.quote_version, approvals.request, approvals.need, approvals.decision");
        }

        Assert.Equal(Sequences, await plant.QueryAsync<long>("select count(*) from quotes.quote where idempotency_key like 'sequence %'"));
        var sent = await plant.QueryAsync<long>("select count(*) from quotes.quote where sent_hash is not null");
        Assert.True(sent > 500, $"only {sent} were sent");
        Assert.Equal(0, await plant.QueryAsync<long>(SentWithoutApproval));
        Assert.Equal(0, await plant.QueryAsync<long>(DecidedByAWrongKey));
        Assert.Equal(0, await plant.QueryAsync<long>("select count(*) from quotes.quote where state = 'sent' and sent_hash is distinct from quotes.current_hash(quote_id, version)"));
        Assert.True(await plant.QueryAsync<long>("select count(*) from approvals.need n join tenancy.member m on m.member_id = n.satisfied_by where m.name = 'K'") > 100);
        // Nobody without the right changed a rule or let somebody else decide.
        Assert.Equal(2, await plant.QueryAsync<long>("select count(*) from approvals.rule_change"));
    }

    [Theory]
    [InlineData("update approvals.request set state = 'approved'")]
    [InlineData("update approvals.need set satisfied_by = requested_by from approvals.request r")]
    [InlineData("delete from approvals.need")]
    [InlineData("insert into approvals.need (tenant_id, request_id, need_no, step, rule_id, rule_name, own_allowed) values (tenancy.current_tenant(), gen_random_uuid(), 1, 1, gen_random_uuid(), 'x', true)")]
    [InlineData("update approvals.rule set enabled = false")]
    [InlineData("delete from approvals.rule")]
    [InlineData("insert into approvals.rule (tenant_id, rule_id, kind, name, permission, condition) values (tenancy.current_tenant(), gen_random_uuid(), 'quote', 'x', 'quotes.view', '{}')")]
    [InlineData("insert into approvals.delegation (tenant_id, member_id, delegate_id, from_at, until_at) values (tenancy.current_tenant(), gen_random_uuid(), gen_random_uuid(), now(), now() + interval '1 day')")]
    [InlineData("update approvals.delegation set until_at = now()")]
    [InlineData("delete from approvals.rule_change")]
    [InlineData("select approvals.put_rule(null, null, now(), null, '{}')")]
    [InlineData("select approvals.write_audit(null, null, now(), 'x', 'x', '{}')")]
    [InlineData("update quotes.quote_version set content = '{}'")]
    [InlineData("delete from approvals.decision")]
    [InlineData("update quotes.number_series set last = 0")]
    [InlineData("delete from quotes.quote")]
    [InlineData("alter table quotes.quote disable trigger all")]
    [InlineData("set session_replication_role = replica")]
    public async Task TheHostsRole_GoingAroundTheTriggers_MayNot(string sql)
    {
        var plant = new QuotesPlant(await postgres.NewDatabaseAsync());
        await using var scope = await plant.Database.OpenAsync(plant.Tenant, CancellationToken.None);
        var refused = await Assert.ThrowsAsync<PostgresException>(() => scope.Connection.ExecuteAsync(sql));
        Assert.Equal(PostgresErrorCodes.InsufficientPrivilege, refused.SqlState);
    }

    private async Task<(QuotesPlant Plant, List<Guid> Members)> PlantAsync()
    {
        var plant = new QuotesPlant(await postgres.NewDatabaseAsync());
        var members = new List<Guid>();
        foreach (var (name, role) in new[]
            { ("V", Role.Viewer), ("A", Role.Analyst), ("B", Role.Analyst), ("K", Role.Manager), ("M", Role.Manager), ("N", Role.Manager), ("O", Role.Owner), ("R", Role.Manager) })
            members.Add((await plant.AskerAsync(name, role)).MemberId);
        await using var owner = new NpgsqlConnection(plant.Database.OwnerConnection);
        await owner.ExecuteAsync(
            """
            update tenancy.member set kind = 'key' where name in ('K', 'R');
            insert into tenancy.api_key (tenant_id, key_id, member_id, hash, prefix, created_by, revoked_at)
            select k.tenant_id, gen_random_uuid(), k.member_id, sha256(k.name::bytea), k.name, m.member_id, case k.name when 'R' then now() end
            from tenancy.member k join tenancy.member m on m.tenant_id = k.tenant_id and m.name = 'M' where k.kind = 'key'
            """);
        await plant.RuleAsync(new() { RuleId = Guid.NewGuid(), Kind = "quote", Name = "amount", Permission = Permissions.QuotesApprove, Condition = new() { AmountFrom = 100 } });
        await plant.RuleAsync(new() { RuleId = Guid.NewGuid(), Kind = "quote", Name = "large", Permission = Permissions.TenantManage, Step = 2, OwnAllowed = true, Condition = new() { AmountFrom = 500 } });
        return (plant, members);
    }

    private static async Task<(int Statements, int Sent)> RunAsync(FactoryDatabase database, Guid tenant, List<Guid> people, int lane)
    {
        var random = new Random(lane + 1);
        var quotes = new List<Guid>();
        var (statements, sent) = (0, 0);
        while (statements < Statements / InParallel)
        {
            await using var scope = await database.OpenAsync(tenant, CancellationToken.None);
            // Some statements in each transaction, so that an abort is rare; each under its own savepoint.
            for (var i = 0; i < 50; i++)
            {
                statements++;
                if (quotes.Count == 0 || random.Next(40) == 0)
                    quotes.Add(await NewQuoteAsync(scope, people[random.Next(people.Count)]));
                await scope.Connection.ExecuteAsync("savepoint try");
                try
                {
                    sent += await StepAsync(scope, random, quotes[random.Next(Math.Max(0, quotes.Count - 4), quotes.Count)], people);
                }
                catch (PostgresException)
                {
                    await scope.Connection.ExecuteAsync("rollback to savepoint try");
                }
            }

            await scope.CommitAsync(CancellationToken.None);
        }

        return (statements, sent);
    }

    private static async Task<Guid> NewQuoteAsync(TenantScope scope, Guid owner)
    {
        var id = Guid.NewGuid();
        await scope.Connection.ExecuteAsync(
            "insert into quotes.quote (tenant_id, quote_id, owner_id, state, version, created_at, changed_at, sent_hash) values (tenancy.current_tenant(), @id, @owner, 'sent', 9, now(), now(), '\\x01')",
            new { id, owner });
        return id;
    }

    private static async Task<int> StepAsync(TenantScope scope, Random random, Guid quote, List<Guid> people)
    {
        var who = people[random.Next(people.Count)];
        switch (random.Next(9))
        {
            case 0 or 1:
                var amount = random.Next(3) == 0 ? random.Next(1, 1000) : random.Next(1, 180);
                await scope.Connection.ExecuteAsync(
                    """
                    insert into quotes.quote_version (tenant_id, quote_id, version, content, made_by, made_at)
                    select q.tenant_id, q.quote_id, q.version + 1, @content::json, @who, now() from quotes.quote q where q.quote_id = @quote;
                    update quotes.quote set version = version + 1, total = @amount, changed_at = now() where quote_id = @quote
                    """,
                    new { quote, who, amount, content = $$"""{"lines":[{"number":"x","packs":1,"price":{{amount}},"total":{{amount}},"list":{{amount}},"cost":1}]}""" });
                return 0;
            case 2 or 3:
                await scope.Connection.ExecuteAsync(
                    """
                    insert into approvals.request (tenant_id, request_id, kind, subject_id, subject_version, state, content_hash, facts, requested_by, requested_at)
                    select q.tenant_id, gen_random_uuid(), 'quote', q.quote_id, q.version, 'approved', '\x02', '{"amount":0}', @who, now() from quotes.quote q where q.quote_id = @quote;
                    update quotes.quote set state = 'submitted' where quote_id = @quote
                    """,
                    new { quote, who });
                return 0;
            case 4 or 5:
                await scope.Connection.ExecuteAsync(
                    """
                    insert into approvals.decision (tenant_id, decision_id, request_id, member_id, verdict, content_hash, at)
                    select r.tenant_id, gen_random_uuid(), r.request_id, @who, @verdict, r.content_hash, now()
                    from approvals.request r where r.kind = 'quote' and r.subject_id = @quote order by random() limit 1
                    """,
                    new { quote, who, verdict = random.Next(6) switch { 0 => "reject", 1 => "withdraw", 2 => "changes", _ => "approve" } });
                return 0;
            case 6:
                await scope.Connection.ExecuteAsync("update quotes.quote set state = 'approved' where quote_id = @quote", new { quote });
                return 0;
            case 7:
                return await scope.Connection.ExecuteAsync("update quotes.quote set state = 'sent' where quote_id = @quote and state <> 'sent'", new { quote });
            default:
                await scope.Connection.ExecuteAsync("update quotes.quote set state = @to, sent_hash = @hash where quote_id = @quote", new { quote, to = States[random.Next(States.Length)], hash = new byte[] { 1 } });
                return 0;
        }
    }
}
