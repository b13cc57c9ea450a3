using FactoryBot.Skills.Documents.Embedding;
using FactoryBot.Skills.Documents.Intake;
using FactoryBot.Skills.Documents.Search;
using FactoryBot.Skills.Results;
using FactoryBot.Skills.Vectors;
using Microsoft.Extensions.AI;

namespace FactoryBot.Skills.Tests.Documents.Search;

/// <summary>With an encoder that knows what words mean: here one that knows two things.</summary>
public sealed class SearchByMeaningTests(PostgresFixture postgres) : IClassFixture<PostgresFixture>
{
    private const string Question = "my car will not start in the cold";
    private const string Battery = "# Accumulator\n\nCharge the accumulator over night when the frost is hard.\n";

    [Fact]
    public async Task Search_NotOneWordInCommon_FindsWhatMeansTheSame()
    {
        await using var host = await FilledAsync();

        Assert.Equal("battery.md", (await host.SearchAsync(Question)).Documents[0].Name);
    }

    [Fact]
    public async Task Ask_WhatIsNearInMeaning_IsAnsweredAndWhatIsNotIsAGap()
    {
        await using var host = await FilledAsync();

        Assert.Contains("Charge the accumulator", (await host.AskAsync(Question)).Text, StringComparison.Ordinal);
        Assert.Equal(ResultStatus.NoRows, (await host.AskAsync("who waters the plants of the lobby")).Status);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(40)]
    public async Task Add_ADocument_IsFoundByWordsUntilTheBackgroundHasReadIt(int chapters)
    {
        await using var host = await FilledAsync();
        await host.AddAsync("rollers.md", string.Concat(Enumerable.Range(0, chapters).Select(i => $"# Chapter {i}\n\nThe rollers of line {i} are aligned with a laser.\n\n")));

        Assert.Equal("rollers.md", (await host.SearchAsync("align rollers with a laser")).Documents[0].Name);
        Assert.Equal(chapters, await host.Get<EmbedAgain>().RunAsync(DocumentsHost.Tenant, default));
    }

    [Fact]
    public async Task ReadMeaning_QuestionThatNoWordOfAFileAnswers_IsAnsweredOnceItsMeaningIsRead()
    {
        await using var host = await FilledAsync("chuck.md", "# Chuck\n\nThe jaws of the chuck are greased once a month.\n");
        Assert.Equal(ResultStatus.NoRows, (await host.AskAsync(Question)).Status);

        await host.AddAsync("battery.md", Battery);

        Assert.Equal(0, await host.ReplayGapsAsync());
        Assert.Equal(1, await host.Make<ReadMeaning>().RunAsync(DocumentsHost.Tenant, default));
    }

    [Fact]
    public async Task EmbedAgain_TwiceAtTheSameTime_ReadsNoPieceTwice()
    {
        await using var host = await FilledAsync();
        await host.AddAsync("rollers.md", string.Concat(Enumerable.Range(0, 40).Select(i => $"# Chapter {i}\n\nThe rollers of line {i} are aligned with a laser.\n\n")));

        var both = await Task.WhenAll(host.Get<EmbedAgain>().RunAsync(DocumentsHost.Tenant, default), host.Get<EmbedAgain>().RunAsync(DocumentsHost.Tenant, default));

        Assert.Equal(40, both.Sum());
    }

    [Fact]
    public async Task Warm_AfterAStart_ReadsWhatTheFirstQuestionNeedsAndChangesNothing()
    {
        await using var host = await FilledAsync();

        Assert.Equal(1, await host.Make<WarmDocuments>().RunAsync(default));
        Assert.Equal("battery.md", (await host.SearchAsync(Question)).Documents[0].Name);
    }

    private async Task<DocumentsHost> FilledAsync(string name = "battery.md", string text = Battery)
    {
        var host = DocumentsHost.WithEncoder(await postgres.NewDatabaseAsync(), new TwoMeanings());
        await host.AddAsync(name, text);
        for (var i = 0; i < 6; i++)
            await host.AddAsync($"{i}.md", $"# Painting {i}\n\nThe hall of line {i} is painted white every year.\n");
        await host.Get<EmbedAgain>().RunAsync(DocumentsHost.Tenant, default);
        return host;
    }

    private sealed class TwoMeanings : IEmbeddingGenerator<string, Embedding<float>>
    {
        private static readonly string[] Cars = ["car ", "ccumulator"];

        public Task<GeneratedEmbeddings<Embedding<float>>> GenerateAsync(
            IEnumerable<string> values, EmbeddingGenerationOptions? options = null, CancellationToken cancellationToken = default) =>
            Task.FromResult(new GeneratedEmbeddings<Embedding<float>>(values.Select(Of)));

        public object? GetService(Type serviceType, object? serviceKey = null) => null;

        public void Dispose()
        {
        }

        private static Embedding<float> Of(string text)
        {
            var vector = new float[VectorText.Dimensions];
            vector[Array.Exists(Cars, c => text.Contains(c, StringComparison.Ordinal)) ? 0 : text.Contains("paint", StringComparison.OrdinalIgnoreCase) ? 1 : 2] = 1;
            return new(vector);
        }
    }
}
