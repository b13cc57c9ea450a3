using FactoryBot.Skills.Charts;
using FactoryBot.Testing;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;

namespace FactoryBot.Skills.Tests.Charts;

public sealed class ChartPngTests
{
    private static readonly string Pictures = Directory.CreateDirectory(Path.Combine(AppContext.BaseDirectory, "charts")).FullName;

    public static TheoryData<string> Names => [.. ChartShapes.All.Keys];

    [Theory]
    [MemberData(nameof(Names))]
    public async Task OfAsync_AnyShape_IsAPngOfTwiceTheSize(string name)
    {
        using var png = New();
        foreach (var theme in (ChartTheme[])[ChartTheme.Light, ChartTheme.Dark])
        {
            var picture = ChartPicture.Of(ChartShapes.All[name], theme);
            var bytes = await png.OfAsync(picture, CancellationToken.None);

            Assert.NotNull(bytes);
            await File.WriteAllBytesAsync(Path.Combine(Pictures, $"{name}-{theme}.png"), bytes);
            Assert.InRange(Pixels(bytes, 16), 480, 1024);
            Assert.InRange(Pixels(bytes, 20), 80, 1024);
        }
    }

    [Fact]
    public async Task OfAsync_AMissingConverter_GivesNothing()
    {
        using var png = New(o => o.Converter = "no-such-converter");

        Assert.Null(await png.OfAsync(ChartPicture.Of(ChartShapes.All["gauge-72"]), CancellationToken.None));
    }

    [Fact]
    public async Task OfAsync_WhatIsNoPicture_GivesNothing()
    {
        using var png = New();

        Assert.Null(await png.OfAsync(new("<svg", "", 10, 10), CancellationToken.None));
    }

    private static ChartPng New(Action<ChartsOptions>? change = null)
    {
        var options = new ChartsOptions();
        change?.Invoke(options);
        return new(Options.Create(options), TimeProvider.System, NullLogger<ChartPng>.Instance);
    }

    private static int Pixels(byte[] png, int at) => (png[at] << 24) | (png[at + 1] << 16) | (png[at + 2] << 8) | png[at + 3];
}
