using System.Text;
using FactoryBot.Channels.Slack;

namespace FactoryBot.Tests.Channels.Slack;

public sealed class SlackSignatureTests
{
    // The example of Slack's own documentation.
    private const string Secret = "8f742231b10e8888abcd99yyyzzz85a5";
    private const string Timestamp = "1531420618";
    private const string Signature = "v0=a2114d57b48eac39b9ad189dd8316235a7b4a8d21a10bd27519666489c69b503";
    private const string Body = "token=xyzz0WbapA4vBCDEFasx0q6G&team_id=T1DC2JH3J&team_domain=testteamnow&channel_id=G8PSS9T3V&channel_name=foobar&user_id=U2CERLKJA"
        + "&user_name=roadrunner&command=%2Fwebhook-collect&text=&response_url=https%3A%2F%2Fhooks.slack.com%2Fcommands%2FT1DC2JH3J%2F397700885554%2F96rGlfmibIGlgcZRskXaIFfN"
        + "&trigger_id=398738663015.47445629121.803a0bc887a14d10d2c447fce8b6703c";

    private static readonly DateTimeOffset Then = DateTimeOffset.FromUnixTimeSeconds(1531420618);

    [Fact]
    public void IsGood_TheDocumentedExample_IsAccepted()
    {
        Assert.True(Check(Timestamp, Signature, Body, Then));
        Assert.Equal(Signature, SlackSignature.Of(Secret, Timestamp, Encoding.UTF8.GetBytes(Body)));
    }

    [Theory]
    [InlineData(-301, false)]
    [InlineData(-300, true)]
    [InlineData(300, true)]
    [InlineData(301, false)]
    public void IsGood_AnOldRequest_IsARepetition(int seconds, bool good) =>
        Assert.Equal(good, Check(Timestamp, Signature, Body, Then.AddSeconds(seconds)));

    [Theory]
    [InlineData(null, Signature)]
    [InlineData("", Signature)]
    [InlineData("1531420618 ", Signature)]
    [InlineData("-1531420618", Signature)]
    [InlineData("1531420618.0", Signature)]
    [InlineData(Timestamp, null)]
    [InlineData(Timestamp, "")]
    [InlineData(Timestamp, "v0=")]
    [InlineData(Timestamp, "v1=a2114d57b48eac39b9ad189dd8316235a7b4a8d21a10bd27519666489c69b503")]
    [InlineData(Timestamp, "v0=A2114D57B48EAC39B9AD189DD8316235A7B4A8D21A10BD27519666489C69B503")]
    public void IsGood_WithoutARealSignature_IsRefused(string? timestamp, string? signature) =>
        Assert.False(Check(timestamp, signature, Body, Then));

    [Fact]
    public void IsGood_TenThousandAlteredRequests_AreAllRefusedAndTheOriginalsAccepted()
    {
        var random = new Random(20261125);
        for (var i = 0; i < 10_000; i++)
        {
            var body = new byte[random.Next(1, 400)];
            random.NextBytes(body);
            var timestamp = (1_790_000_000 + random.Next(0, 1_000_000)).ToString(System.Globalization.CultureInfo.InvariantCulture);
            var now = DateTimeOffset.FromUnixTimeSeconds(long.Parse(timestamp, System.Globalization.CultureInfo.InvariantCulture));
            var signature = SlackSignature.Of(Secret, timestamp, body);
            Assert.True(SlackSignature.IsGood(Secret, timestamp, signature, body, now));

            var (altered, at, signed) = Alter(random, body, timestamp, signature);
            Assert.False(SlackSignature.IsGood(Secret, at, signed, altered, now), $"alteration {i} was accepted");
        }
    }

    private static (byte[] Body, string Timestamp, string Signature) Alter(Random random, byte[] body, string timestamp, string signature)
    {
        switch (random.Next(4))
        {
            case 0:
                var flipped = body.ToArray();
                flipped[random.Next(flipped.Length)] ^= (byte)(1 << random.Next(8));
                return (flipped, timestamp, signature);
            case 1:
                return ([.. body, (byte)random.Next(256)], timestamp, signature);
            case 2:
                // Within the window, but not what was signed.
                return (body, (long.Parse(timestamp, System.Globalization.CultureInfo.InvariantCulture) + random.Next(1, 200)).ToString(System.Globalization.CultureInfo.InvariantCulture), signature);
            default:
                var place = 3 + random.Next(64);
                var other = signature[place] == '0' ? '1' : '0';
                return (body, timestamp, signature[..place] + other + signature[(place + 1)..]);
        }
    }

    private static bool Check(string? timestamp, string? signature, string body, DateTimeOffset now) =>
        SlackSignature.IsGood(Secret, timestamp, signature, Encoding.UTF8.GetBytes(body), now);
}
