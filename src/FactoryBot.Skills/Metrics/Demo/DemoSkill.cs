using System.ComponentModel;
using FactoryBot.Skills.Functions;
using FactoryBot.Skills.Results;
using FactoryBot.Skills.Tenancy;

namespace FactoryBot.Skills.Metrics.Demo;

internal sealed class DemoSkill(ClearDemo clear) : ISkill
{
    public const string Confirm = "metrics_clear_demo_confirm";

    public string Module => "metrics";

    [SkillFunction("metrics_clear_demo", Permission = Permissions.MetricsImport, Title = "Remove the demo plant",
        Subjects = ["remove the demo", "clear the demo", "delete the demo", "remove demo", "clear demo", "delete demo", "demo plant away", "rid of the demo"])]
    [Description("Offers to remove the demo plant from the data, so that only the plant's own data is left. Nothing is removed before a button is pressed.")]
    [Example("Remove the demo plant")]
    [Example("clear the demo data")]
    [Example("delete the demo plant")]
    [Example("get rid of the demo data")]
    [Example("remove demo data please")]
    [Example("we imported our own data, clear the demo")]
    [Example("delete demo data")]
    [Example("can you remove the demo machines")]
    [Example("take the demo plant away")]
    [Example("clear demo plant")]
    [Example("I do not need the demo any more, remove it")]
    [Example("please delete the demo machines")]
    public Task<SkillResult> OfferAsync(Asker asker, CancellationToken cancellationToken = default) => clear.OfferAsync(asker, cancellationToken);

    [SkillFunction(Confirm, Permission = Permissions.MetricsImport, Title = "Remove the demo plant", ButtonOnly = true)]
    [Description("Removes the demo plant.")]
    public Task<SkillResult> ConfirmAsync(Asker asker, CancellationToken cancellationToken = default) => clear.AnswerAsync(asker, cancellationToken);
}
