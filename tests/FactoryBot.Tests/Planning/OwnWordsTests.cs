using System.ComponentModel;
using FactoryBot.Planning;
using FactoryBot.Skills.Functions;
using FactoryBot.Skills.Results;
using FactoryBot.Skills.Tenancy;

namespace FactoryBot.Tests.Planning;

public sealed class OwnWordsTests
{
    private const string Pasted = "Please quote\n 200 pcs  B-840\n and 50 N-8.";

    [Theory]
    // A part of what was said stands, whatever its spaces.
    [InlineData("own_draft", "200 pcs B-840", "200 pcs B-840")]
    // Anything changed: the person's own text.
    [InlineData("own_draft", "2000 pcs B-840", Pasted)]
    [InlineData("own_draft", "200 pcs B-841", Pasted)]
    [InlineData("own_draft", "200 pieces of B-840", Pasted)]
    // Where only numbers count, other words may be used for the same.
    [InlineData("own_edit", "make line B-840 200 pieces", "make line B-840 200 pieces")]
    [InlineData("own_edit", "make line 1 2,000 pieces", Pasted)]
    [InlineData("own_edit", "withdraw Q-00012", "withdraw Q-00012")]
    public void Keep_WhatAModelHandsOn_IsTheirsOnlyWhereItWasSaid(string function, string given, string kept)
    {
        var arguments = new Dictionary<string, object?> { ["words"] = given };

        OwnWords.Keep(new SkillCatalog([new Own()]).Find(function)!, arguments, [Pasted, "and before", "Q-00012 is a draft."]);

        Assert.Equal(kept, arguments["words"]);
    }

    private sealed class Own : ISkill
    {
        public string? Module => null;

        [SkillFunction("own_draft", Permission = Permissions.QuotesManage, Title = "Draft")]
        [Description("Drafts.")]
        public static SkillResult Draft(Asker asker, [Slot(SlotKind.Message, Verbatim = true), Description("The words.")] string words) => new() { Status = ResultStatus.Answered, Text = words };

        [SkillFunction("own_edit", Permission = Permissions.QuotesManage, Title = "Edit")]
        [Description("Edits.")]
        public static SkillResult Edit(Asker asker, [Slot(SlotKind.Message), Description("The words.")] string words) => new() { Status = ResultStatus.Answered, Text = words };
    }
}
