using System.Text.Json.Nodes;
using LraGovernance.Calendar;
using LraGovernance.Data;
using LraGovernance.Decisions;
using LraGovernance.Engine.Definitions;
using LraGovernance.Engine.Execution;
using LraGovernance.Pipeline;
using LraGovernance.Running;
using LraGovernance.Tasks;

namespace LraGovernance.FormalDecisions;

/// <summary>
/// <c>Lra.FormalDecision</c>: waits for a decision that is taken elsewhere in the council, which a role records. Notice is given when the step begins. It leaves
/// by Agreed or NotAgreed; its result is the last day of the call-in period.
/// </summary>
internal sealed class FormalDecisionActivity : Activity
{
    public const string TypeName = "Lra.FormalDecision";

    public override string Type => TypeName;

    public override bool Waits => true;

    public override IReadOnlyList<string> Outputs => ["result"];

    public override IReadOnlyList<ActivityInput> Inputs =>
    [
        new("paper", InputKind.Text, Required: true), new("title", InputKind.Text, Required: true), new("guidance", InputKind.Text), new("role", InputKind.Text, Required: true),
        new("dueWorkingDays", InputKind.Integer), new("reminders", InputKind.TextList),
    ];

    public override IReadOnlyList<string> Outcomes(ActivityNode node) => ["Agreed", "NotAgreed"];

    public override Step Execute(ActivityContext context) => Step.Wait(new()
    {
        ["paper"] = context.Text("paper"), ["title"] = context.Text("title"), ["guidance"] = context.Text("guidance"), ["role"] = context.Text("role"),
        ["dueWorkingDays"] = context.Integer("dueWorkingDays"), ["reminders"] = new JsonArray([.. context.TextList("reminders").Select(x => (JsonNode)x)]),
    });
}

internal sealed class FormalDecisionEffect(GovernanceDb db, TaskDesk desk, InstanceNames names, IEnumerable<IPaperSource> papers, TimeProvider clock) : IStepEffect
{
    public string ActivityType => FormalDecisionActivity.TypeName;

    public async Task<Reply?> CarryOutAsync(Asked asked, CancellationToken cancellationToken)
    {
        var (instance, kind) = (asked.Instance, asked.RequiredText("paper"));
        var paper = await papers.Single(x => x.Kind == kind).FindAsync(instance.Service, instance.Key, cancellationToken);
        var task = await desk.OpenAsync(new NewTask(asked.Identity, instance.Service, RecordFormalDecisionHandler.TaskKind, asked.RequiredText("title"), asked.RequiredText("role"))
        {
            Process = instance.DefinitionId, InstanceKey = instance.Key, FinancialYear = instance.FinancialYear, InstanceId = instance.Id, BookmarkId = asked.BookmarkId,
            About = await names.AboutAsync(instance.Service, instance.DefinitionId, instance.Key, cancellationToken),
            Guidance = asked.Text("guidance"), DueWorkingDays = asked.Number("dueWorkingDays"), Reminders = asked.Integers("reminders"),
        }, cancellationToken);
        db.FormalDecisions.Add(new FormalDecision
        {
            Service = instance.Service, TaskId = task.Id, Process = instance.DefinitionId, InstanceKey = instance.Key, Title = paper.Title, PaperKind = paper.Kind, PaperKey = paper.Key,
            PaperHash = paper.Hash, NoticeFrom = London.DateOf(clock.GetUtcNow()),
        });
        return null;
    }

    public Task WithdrawAsync(WorkflowInstance instance, string bookmarkId, string reason, CancellationToken cancellationToken) =>
        desk.WithdrawAsync(instance.Id, bookmarkId, reason, cancellationToken);
}
