using System.Text.Json.Nodes;
using LraGovernance.Engine.Definitions;
using LraGovernance.Engine.Execution;
using LraGovernance.Packs;
using LraGovernance.Running;

namespace LraGovernance.Tasks;

/// <summary>
/// <c>Lra.AssignTask</c>: asks the people in a role to do something. It completes when the command of that task arrives,
/// with the outcome that the command gives; with <c>goOn</c> it opens the task and goes on at once.
/// </summary>
internal sealed class AssignTaskActivity : Activity
{
    public const string TypeName = "Lra.AssignTask";

    public override string Type => TypeName;

    public override bool Waits => true;

    public override IReadOnlyList<ActivityInput> Inputs =>
    [
        new("task", InputKind.Text, Required: true), new("title", InputKind.Text, Required: true), new("guidance", InputKind.Text),
        new("role", InputKind.Text, Required: true), new("scopes", InputKind.TextList), new("all", InputKind.Boolean), new("goOn", InputKind.Boolean),
        new("dueDate", InputKind.Text), new("dueWorkingDays", InputKind.Integer), new("dueSetting", InputKind.Text), new("dueDayOfMonthSetting", InputKind.Text), new("reminders", InputKind.TextList),
        new("outcomes", InputKind.TextList),
    ];

    public override IReadOnlyList<string> Outcomes(ActivityNode node) =>
        node.LiteralList("outcomes") is { Count: > 0 } named ? named : [Running.Outcomes.Done];

    public override Step Execute(ActivityContext context)
    {
        var request = new JsonObject
        {
            ["task"] = context.Text("task"), ["title"] = context.Text("title"), ["guidance"] = context.Text("guidance"),
            ["role"] = context.Text("role"), ["scopes"] = new JsonArray([.. context.TextList("scopes").Select(x => (JsonNode)x)]), ["all"] = context.Boolean("all"),
            ["dueDate"] = context.Text("dueDate"), ["dueWorkingDays"] = context.Integer("dueWorkingDays"), ["dueSetting"] = context.Text("dueSetting"), ["dueDayOfMonthSetting"] = context.Text("dueDayOfMonthSetting"),
            ["reminders"] = new JsonArray([.. context.TextList("reminders").Select(x => (JsonNode)x)]),
        };
        return context.Boolean("goOn") ? Step.Tell(request) : Step.Wait(request);
    }
}

internal sealed class AssignTaskEffect(TaskDesk desk, InstanceNames names, Settings settings, LastSafeDays safe) : IStepEffect
{
    public string ActivityType => AssignTaskActivity.TypeName;

    public async Task<Reply?> CarryOutAsync(Asked asked, CancellationToken cancellationToken)
    {
        var instance = asked.Instance;
        await desk.OpenAsync(new NewTask(asked.Identity, instance.Service, asked.RequiredText("task"), asked.RequiredText("title"), asked.RequiredText("role"))
        {
            Process = instance.DefinitionId, InstanceKey = instance.Key, FinancialYear = instance.FinancialYear, InstanceId = instance.Id, BookmarkId = asked.BookmarkId,
            About = await names.AboutAsync(instance.Service, instance.DefinitionId, instance.Key, cancellationToken),
            Guidance = asked.Text("guidance"), All = (bool?)asked.Request["all"] ?? false,
            DueDate = asked.Text("dueDate"), DueWorkingDays = await settings.DaysAsync(asked, "dueWorkingDays", "dueSetting", cancellationToken), Reminders = asked.Integers("reminders"),
            Safe = asked.BookmarkId is null ? null : await safe.OfAsync(instance, asked.ActivityId, [asked.RequiredText("role")], cancellationToken),
            Scopes = asked.List("scopes"), DueOn = await settings.DayOfMonthAsync(asked, "dueDayOfMonthSetting", cancellationToken),
        }, cancellationToken);
        return null;
    }

    public Task WithdrawAsync(WorkflowInstance instance, string bookmarkId, string reason, CancellationToken cancellationToken) =>
        desk.WithdrawAsync(instance.Id, bookmarkId, reason, cancellationToken);
}
