using System.Text.Json.Nodes;
using LraGovernance.Engine.Definitions;
using LraGovernance.Engine.Execution;
using LraGovernance.Running;

namespace LraGovernance.Decisions;

/// <summary>
/// <c>Lra.RequestDecision</c>: asks a body to choose between options about a paper, by links in email. It leaves by the
/// option chosen, or by Expired, Inquorate or Withdrawn.
/// </summary>
internal sealed class RequestDecisionActivity : Activity
{
    public const string TypeName = "Lra.RequestDecision";

    private static readonly string[] DefaultOptions = ["Approve", "Reject", "AskForChanges"];

    public override string Type => TypeName;

    public override bool Waits => true;

    public override IReadOnlyList<ActivityInput> Inputs =>
    [
        new("body", InputKind.Text, Required: true), new("paper", InputKind.Text, Required: true), new("title", InputKind.Text, Required: true),
        new("options", InputKind.TextList), new("deadline", InputKind.Text), new("deadlineWorkingDays", InputKind.Integer), new("deadlineSetting", InputKind.Text), new("rule", InputKind.Text),
        new("reminders", InputKind.TextList),
    ];

    public override IReadOnlyList<string> Outcomes(ActivityNode node) =>
        [.. node.LiteralList("options") is { Count: > 0 } named ? named : DefaultOptions, "Expired", "Inquorate", "Withdrawn"];

    public override Step Execute(ActivityContext context)
    {
        var options = context.TextList("options") is { Count: > 0 } named ? named : DefaultOptions;
        return Step.Wait(new()
        {
            ["body"] = context.Text("body"), ["paper"] = context.Text("paper"), ["title"] = context.Text("title"),
            ["options"] = Texts(options), ["deadline"] = context.Text("deadline"),
            ["deadlineWorkingDays"] = context.Integer("deadlineWorkingDays"), ["deadlineSetting"] = context.Text("deadlineSetting"), ["rule"] = context.Text("rule"), ["reminders"] = Texts(context.TextList("reminders")),
        });
    }

    private static JsonArray Texts(IEnumerable<string> texts) => new([.. texts.Select(x => (JsonNode)x)]);
}

internal sealed class RequestDecisionEffect(DecisionDesk desk) : IStepEffect
{
    public string ActivityType => RequestDecisionActivity.TypeName;

    public async Task<Reply?> CarryOutAsync(Asked asked, CancellationToken cancellationToken) =>
        await desk.OpenAsync(asked, cancellationToken) is { } outcome ? new Reply(outcome) : null;

    public Task WithdrawAsync(WorkflowInstance instance, string bookmarkId, string reason, CancellationToken cancellationToken) =>
        desk.WithdrawAsync(instance.Id, bookmarkId, reason, cancellationToken);
}
