using FactoryBot.Planning;
using FactoryBot.Skills.Results;
using FactoryBot.Skills.Tenancy;
using Xunit.Abstractions;

namespace FactoryBot.Tests.Planning.BuiltIn;

/// <summary>Presses every button that answers carry: each must be read, and read as what stands on it.</summary>
public class ButtonTests(Product product, ITestOutputHelper output) : IClassFixture<Product>
{
    private static readonly string[] Machines = ["CNC-001", "Assembly-001", "Packaging-001", "Testing-001"];

    private static readonly string[] Sentences =
    [
        "hi", "help", "thanks", "?", "asdf qwer", "line 1", "yesterday", "line 1 and line 2", "compare line 1 and line 2 last week",
        "oee", "oee yesterday", "oee today", "what is oee", "what does oee mean", "oee assembly last week", "oee of line 1 last week",
        "oee night shift yesterday", "oee of the machine", "oee of the line yesterday", "oee of every machine last week", "oee on which shift",
        "oee of line 7", "oee of press 4", "oee cnc-002", "oee tomorrow", "oee next week", "oee last week except sunday", "oee 3/11/2026",
        "oee of the week before", "compare the oee of line 1", "oee october", "oee this month main plant", "oee cnc and assembly yesterday",
        "oee line 1 and line 2 yesterday and last week", "quality of assembly last week", "oee of ben", "scrap of assembly yesterday", "why is oee low",
        "what machines do you have", "show members", "show all viewers", "who is an admin", "my role", "modules", "settings",
        "downtime yesterday", "downtime assembly last week", "list all major stops since Monday", "why was packaging down on sunday", "longest stop of line 2 this month",
        "make ana a manager", "make ana", "make carlos a manager", "make me a viewer", "set a role", "switch quotes off", "switch quotes",
        "modules", "switch quotes on", "set the default role", "set default role to owner", "set the time zone to Mars", "give ben a role",
    ];

    [Theory]
    [InlineData(Role.Owner)]
    [InlineData(Role.Viewer)]
    public async Task Press_EveryButtonOfManyAnswers_IsReadAsWhatStandsOnIt(Role role)
    {
        var asker = await product.AskerAsync(role);
        var wrong = new List<string>();
        var pressed = 0;
        foreach (var sentence in Sentences)
        {
            var answer = await product.AskAsync(sentence, asker);
            output.WriteLine($"{sentence}\n    {answer.Result.Status}: {answer.Result.Text.ReplaceLineEndings(" ")}");
            if (answer.Result.Card is { } card)
            {
                CardSamples.Save(answer.Calls[0].Function.Replace('_', '-'), card);
            }

            foreach (var choice in answer.Result.Choices)
            {
                pressed++;
                output.WriteLine($"    [{choice.Title}] {choice.Say}");
                var next = await product.AskAsync(choice.Say, asker, new Exchange(sentence, answer.Calls, answer.Result.Text));
                if (Problem(choice, next) is { } problem)
                {
                    wrong.Add($"{sentence} → [{choice.Title}] {choice.Say} → {problem}");
                }
            }
        }

        Assert.Empty(wrong);
        Assert.True(pressed > 100, $"Only {pressed} buttons.");
    }

    [Theory]
    [InlineData(Role.Owner)]
    [InlineData(Role.Viewer)]
    public async Task Press_ButtonsOfTheWelcome_AreAllAnswered(Role role)
    {
        var asker = await product.AskerAsync(role);

        foreach (var choice in product.Welcome.For(asker).Choices)
        {
            var next = await product.AskAsync(choice.Say, asker);
            Assert.Equal(ResultStatus.Answered, next.Result.Status);
        }
    }

    private static string? Problem(Choice choice, PlannedAnswer next)
    {
        var got = $"{next.Result.Status}: {next.Result.Text}";
        var arguments = string.Join(' ', next.Calls.Select(c => c.Arguments.GetRawText()));
        return next.Result.Status is ResultStatus.NotUnderstood or ResultStatus.Failed ? got
            : next.Result.Status == ResultStatus.Clarify && next.Result.Choices.Count == 0 ? got
            : Machines.Contains(choice.Title) && !arguments.Contains($"\"{choice.Title}\"", StringComparison.Ordinal)
                && next.Result.Status != ResultStatus.Clarify ? $"{got} {arguments}"
            : choice.Title == "Whole plant" && arguments.Contains("machine", StringComparison.Ordinal) ? arguments
            : null;
    }
}
