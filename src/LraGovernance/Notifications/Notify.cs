using System.Text.Json.Nodes;
using LraGovernance.Calendar;
using LraGovernance.Engine.Definitions;
using LraGovernance.Engine.Execution;
using LraGovernance.People;
using LraGovernance.Running;

namespace LraGovernance.Notifications;

/// <summary><c>Lra.Notify</c>: sends a mail to the people in a role, and goes on. <c>{key}</c> in the path stands for the case.</summary>
internal sealed class NotifyActivity : Activity
{
    public const string TypeName = "Lra.Notify";

    public override string Type => TypeName;

    public override IReadOnlyList<ActivityInput> Inputs =>
        [new("roles", InputKind.TextList, Required: true), new("template", InputKind.Text, Required: true), new("path", InputKind.Text)];

    public override Step Execute(ActivityContext context) => Step.Tell(new()
    {
        ["roles"] = new JsonArray([.. context.TextList("roles").Select(x => (JsonNode)x)]),
        ["template"] = context.Text("template"),
        ["path"] = context.Text("path"),
    });
}

internal sealed class NotifyEffect(Outbox outbox, InstanceNames names, Holders holders, TimeProvider clock) : IStepEffect
{
    public string ActivityType => NotifyActivity.TypeName;

    public async Task<Reply?> CarryOutAsync(Asked asked, CancellationToken cancellationToken)
    {
        var instance = asked.Instance;
        var about = await names.AboutAsync(instance.Service, instance.DefinitionId, instance.Key, cancellationToken) ?? instance.Key;
        var words = new Dictionary<string, string>
        {
            ["year"] = FinancialYear.Parse(instance.FinancialYear).InWords, ["key"] = instance.Key, ["about"] = about, ["path"] = asked.Text("path")?.Replace("{key}", instance.Key, StringComparison.Ordinal) ?? "",
        };
        foreach (var role in asked.List("roles"))
        {
            foreach (var person in await holders.OfRoleAsync(instance.Service, role, London.DateOf(clock.GetUtcNow()), cancellationToken))
            {
                await outbox.QueueAsync(instance.Service, new(asked.RequiredText("template"), person.Id, asked.Identity, words)
                {
                    Process = instance.DefinitionId, InstanceKey = instance.Key,
                }, cancellationToken);
            }
        }

        return null;
    }

    public Task WithdrawAsync(WorkflowInstance instance, string bookmarkId, string reason, CancellationToken cancellationToken) => Task.CompletedTask;
}
