using FactoryBot.Skills.Database;
using FactoryBot.Skills.Documents.Evaluation;
using FactoryBot.Skills.Documents.Intake;
using FactoryBot.Skills.Tenancy;
using Dapper;

namespace FactoryBot.Skills.Tests.Documents.Search;

public sealed class SearchDocumentsTests(PostgresFixture postgres) : IClassFixture<PostgresFixture>
{
    [Theory]
    [InlineData("how do I enter rejects?", "scrap.md")]
    [InlineData("how do i enter scarp", "scrap.md")]
    [InlineData("what is transaction MB1C for", "codes.md")]
    [InlineData("supplier cannot deliver", "vendors.md")]
    public async Task Search_OtherWordsOfTheSameThing_FindsTheDocument(string question, string expected)
    {
        await using var host = await FilledAsync();

        Assert.Equal(expected, (await host.SearchAsync(question)).Documents[0].Name);
    }

    [Fact]
    public async Task Search_SetForHigherRoles_IsNotThereForLowerOnes()
    {
        await using var host = await FilledAsync();
        await HideAsync(host.Database, "Secret", Role.Manager);

        Assert.DoesNotContain((await host.SearchAsync("margin of the vendors", Role.Analyst)).Documents, d => d.Name == "margins.md");
        Assert.Contains((await host.SearchAsync("margin of the vendors", Role.Manager)).Documents, d => d.Name == "margins.md");
    }

    [Fact]
    public async Task Search_FilterThatMatchesNothing_GivesNothing()
    {
        await using var host = await FilledAsync();

        Assert.Empty((await host.SearchAsync("scrap", set: "No such set")).Documents);
        Assert.Empty((await host.SearchAsync("scrap", kind: "pdf")).Documents);
    }

    /// <summary>After any order of adds, replacements and deletes only current pieces of the asker's own sets are found.</summary>
    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public async Task Search_AfterAnyOrderOfChanges_ReturnsOnlyCurrentPiecesThatTheAskerMaySee(int seed)
    {
        await using var host = new DocumentsHost(await postgres.NewDatabaseAsync());
        var other = (await new TenancyStore(host.Database).AddTenantAsync($"slack:T{seed}", "Other", "Etc/UTC", CancellationToken.None))!.Value;
        await host.AddAsync("seed.md", "# Seed\n\nNothing.\n", "Open");
        await host.AddAsync("seed.md", "# Seed\n\nNothing at all.\n", "Closed");
        await HideAsync(host.Database, "Closed", Role.Manager);
        await host.AddAsync("theirs.md", "# Theirs\n\nTorque of the spindle in their plant, version 9999.\n", tenant: other);
        var random = new Random(seed);
        var current = new Dictionary<(string Set, string Name), string>();
        for (var step = 0; step < 40; step++)
        {
            var key = (Set: random.Next(2) == 0 ? "Open" : "Closed", Name: $"{random.Next(5)}.md");
            if (random.Next(4) == 0)
            {
                await DeleteAsync(host.Database, key.Set, key.Name);
                current.Remove(key);
            }
            else
            {
                current[key] = $"Torque of the spindle is set in step {step} of {key.Set}.";
                await host.AddAsync(key.Name, $"# Spindle {step}\n\n{current[key]}\n", key.Set);
            }

            foreach (var role in new[] { Role.Viewer, Role.Manager })
            {
                var allowed = current.Where(c => c.Key.Set == "Open" || role == Role.Manager).Select(c => c.Value).ToHashSet();
                var found = (await host.SearchAsync("torque of the spindle", role)).Documents.SelectMany(d => d.Pieces).Select(p => p.Text.Text)
                    .Where(t => t.Contains("Torque", StringComparison.Ordinal)).ToHashSet();
                Assert.Equal(allowed, found);
            }
        }
    }

    private async Task<DocumentsHost> FilledAsync()
    {
        var host = new DocumentsHost(await postgres.NewDatabaseAsync());
        await host.AddAsync("scrap.md", "# Post scrap\n\nIn the output journal, enter the scrap quantity and the scrap code.\n");
        await host.AddAsync("vendors.md", "# Vendors\n\nA vendor is blocked on the vendor card when it can no longer deliver.\n");
        await host.AddAsync("codes.md", "# Transactions\n\nMB1C posts other receipts. MB1A posts withdrawals.\n");
        await host.AddAsync("counting.md", "# Count stock\n\nBins are counted once a year, in the physical inventory journal.\n");
        await host.AddAsync("margins.md", "# Margins\n\nThe margin of each vendor's items is kept here.\n", "Secret");
        return host;
    }

    private static async Task HideAsync(FactoryDatabase database, string set, Role role)
    {
        await using var scope = await database.OpenAsync(DocumentsHost.Tenant, CancellationToken.None);
        await EvaluationStore.HideAsync(scope, await DocumentStore.SetAsync(scope, set, CancellationToken.None), (int)role, CancellationToken.None);
        await scope.CommitAsync(CancellationToken.None);
    }

    private static async Task DeleteAsync(FactoryDatabase database, string set, string name)
    {
        await using var scope = await database.OpenAsync(DocumentsHost.Tenant, CancellationToken.None);
        var id = await scope.Connection.QuerySingleOrDefaultAsync<int?>(
            "select d.document_id from documents.document d join documents.document_set s using (tenant_id, set_id) where s.name = @set and d.name = @name", new { set, name });
        if (id is { } known)
            Assert.True(await DocumentStore.DeleteAsync(scope, known, CancellationToken.None));
        await scope.CommitAsync(CancellationToken.None);
    }
}
