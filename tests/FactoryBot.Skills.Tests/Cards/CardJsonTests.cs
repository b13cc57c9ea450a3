using System.Text;
using System.Text.Json;
using FactoryBot.Skills.Cards;
using FactoryBot.Skills.Results;

namespace FactoryBot.Skills.Tests.Cards;

public sealed class CardJsonTests
{
    [Fact]
    public void Read_WhatWasWritten_WritesTheSameAgain()
    {
        var json = CardJson.ToBytes(SampleCards.Everything());

        var again = CardJson.ToBytes(CardJson.Read(json));

        Assert.Equal(Encoding.UTF8.GetString(json), Encoding.UTF8.GetString(again));
    }

    [Fact]
    public void Write_OptionalPropertiesUnset_WritesNoNull()
    {
        var json = Encoding.UTF8.GetString(CardJson.ToBytes(SampleCards.Everything()));

        Assert.DoesNotContain(":null", json, StringComparison.Ordinal);
        Assert.StartsWith("""{"type":"AdaptiveCard","version":"1.5","body":[{"type":"TextBlock",""", json, StringComparison.Ordinal);
    }

    [Fact]
    public void Read_TypeAfterOtherProperties_ReadsTheElement()
    {
        var card = CardJson.Read("""{"version":"1.5","body":[{"text":"hello","wrap":true,"type":"TextBlock"}]}"""u8);

        Assert.Equal("hello", Assert.IsType<TextBlock>(card.Body[0]).Text.Value);
    }

    [Fact]
    public void Write_NonAsciiText_KeepsItsLetters()
    {
        var json = Encoding.UTF8.GetString(CardJson.ToBytes(new() { Body = [TextBlock.Of("Stückzahl × 2 – ok")] }));

        Assert.Contains("Stückzahl × 2 – ok", json, StringComparison.Ordinal);
    }

    [Fact]
    public void SkillResult_WithCard_RoundTrips()
    {
        var result = new SkillResult
        {
            Status = ResultStatus.Answered,
            Text = "OEE was 71.2 %.",
            Data = JsonDocument.Parse("""{"oee":71.2}""").RootElement,
            Card = SampleCards.Oee(),
            Proof = new("9–15 Nov 2026", "Assembly-001", ["Day shift"], 14, "OEE = A × P × Q (ISO 22400-2)", 1, null, "q1"),
            Choices = [new("Week before", "and the week before?")],
        };
        var output = new System.Buffers.ArrayBufferWriter<byte>();
        SkillResultJson.Write(output, result);

        var read = SkillResultJson.Read(output.WrittenSpan);

        var again = new System.Buffers.ArrayBufferWriter<byte>();
        SkillResultJson.Write(again, read);
        Assert.Equal(Encoding.UTF8.GetString(output.WrittenSpan), Encoding.UTF8.GetString(again.WrittenSpan));
        Assert.Equal(result.Choices, read.Choices);
        Assert.Equal(result.Proof!.Filters, read.Proof!.Filters);
    }

    [Fact]
    public void SkillResult_WithoutLists_ReadsEmptyLists()
    {
        var read = SkillResultJson.Read("""{"status":"no_rows","text":"Nothing."}"""u8);

        Assert.Empty(read.Choices);
        Assert.Empty(read.Warnings);
        Assert.Empty(read.Sources);
    }
}
