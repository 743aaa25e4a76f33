using LraGovernance.Engine.Definitions;
using LraGovernance.Engine.Execution;
using LraGovernance.Data;
using LraGovernance.Pipeline;
using MediatR;

namespace LraGovernance.Running;

/// <summary>
/// <c>Lra.SendCommand</c>: sends a command of the product and leaves by the name of its result. It waits on a bookmark of
/// its own; the command runs in the same transaction as whatever moved the process here.
/// </summary>
internal sealed class SendCommandActivity(StepCommands commands) : Activity
{
    public const string TypeName = "Lra.SendCommand";

    public override string Type => TypeName;

    public override bool Waits => false;

    public override IReadOnlyList<string> Outputs => ["result"];

    public override IReadOnlyList<ActivityInput> Inputs =>
        [new("command", InputKind.Text, Required: true), new("input", InputKind.Object)];

    public override IReadOnlyList<string> Outcomes(ActivityNode node) =>
        node.Literal("command") is { } name ? commands.OutcomesOf(name) : [];

    public override Step Execute(ActivityContext context) => Step.Wait(new()
    {
        ["command"] = context.Text("command"),
        ["input"] = context.Json("input")?.DeepClone(),
    });
}

internal sealed class SendCommandEffect(StepCommands commands, IMediator mediator, GovernanceDb db, Randomness randomness) : IStepEffect
{
    public string ActivityType => SendCommandActivity.TypeName;

    public async Task<Reply?> CarryOutAsync(Asked asked, CancellationToken cancellationToken)
    {
        var origin = new StepOrigin(
            randomness.Id("step-command", asked.Identity), asked.Instance.Service, asked.Instance.Id, asked.Instance.DefinitionId,
            asked.Instance.Key, asked.ActivityId, asked.Request["input"]?.AsObject() ?? [])
        {
            FinancialYear = asked.Instance.FinancialYear,
        };
        var reply = await commands.SendAsync(asked.RequiredText("command"), origin, mediator, cancellationToken);
        await db.SaveChangesAsync(cancellationToken);
        return reply;
    }

    public Task WithdrawAsync(WorkflowInstance instance, string bookmarkId, string reason, CancellationToken cancellationToken) => Task.CompletedTask;
}
