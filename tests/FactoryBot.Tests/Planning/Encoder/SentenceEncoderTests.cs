using FactoryBot.Planning.Encoder;
using Microsoft.Extensions.Logging.Abstractions;

namespace FactoryBot.Tests.Planning.Encoder;

public sealed class SentenceEncoderTests
{
    private static readonly SentenceEncoder Encoder = SentenceEncoder.Open(NullLogger.Instance)!;

    [Theory]
    [InlineData("can I take a delivery back out that was booked twice", "Reversing a goods receipt", "Painting the fence of the car park")]
    [InlineData("the guy who lends us money", "Bank and credit accounts", "Oil change of the gearbox")]
    public async Task Generate_OtherWordsForTheSame_AreNearerThanOtherThings(string asked, string same, string other)
    {
        var vectors = await Encoder.GenerateAsync([asked, same, other]);

        Assert.True(Cosine(vectors[0].Vector, vectors[1].Vector) > Cosine(vectors[0].Vector, vectors[2].Vector) + 0.1);
    }

    [Fact]
    public async Task Generate_ManyTextsAtOnce_GivesEachTheVectorThatItHasAlone()
    {
        string[] texts = ["Post the count.", string.Concat(Enumerable.Repeat("A very long text about counting stock. ", 200)), "", "Wie wird gezählt?"];

        var together = await Encoder.GenerateAsync(texts);

        for (var i = 0; i < texts.Length; i++)
        {
            Assert.Equal(256, together[i].Vector.Length);
            Assert.InRange(Cosine(together[i].Vector, (await Encoder.GenerateAsync([texts[i]]))[0].Vector), 0.999, 1.001);
        }
    }

    private static double Cosine(ReadOnlyMemory<float> a, ReadOnlyMemory<float> b)
    {
        var sum = 0.0;
        for (var i = 0; i < a.Length; i++)
            sum += a.Span[i] * b.Span[i];
        return sum;
    }
}
