using LraGovernance.Pipeline;
using LraGovernance.ServicePlans;

namespace LraGovernance.Web.Rehearsal.Acts;

/// <summary>The owner of a function's activities leaves them as they are proposed.</summary>
internal sealed class ProposeAct(Commands commands) : IScriptedAct
{
    public string Name => "propose-activities";

    public async Task<object> PerformAsync(Part part, CancellationToken cancellationToken) =>
        await commands.SendAsync(new ProposeActivities(part.Id(), part.Due.Service, part.Due.Task!.Id), part.Actor, cancellationToken);
}

/// <summary>The head of service says which clauses an activity answers, where the script names one, and submits the plan.</summary>
internal sealed class SubmitPlanAct(Commands commands) : IScriptedAct
{
    public string Name => "submit-plan";

    public async Task<object> PerformAsync(Part part, CancellationToken cancellationToken)
    {
        var task = part.Due.Task!;
        if (part.Act.Word("activity") is { } number)
        {
            var plan = await commands.SendAsync(new ReadPlanTask(task.Id), part.Actor, cancellationToken) ?? throw new InvalidOperationException("The author cannot see the plan.");
            var line = plan.Activities.SingleOrDefault(x => x.Number == number) ?? throw new InvalidOperationException($"The script changes activity {number}, which the plan has not.");
            var (commandId, clauses) = (part.Id(), part.Act.Word("clauses")!.Split(';'));
            if (!line.Content.Clauses.SequenceEqual(clauses)) // else it was saved before a run that was cut off here
            {
                var changed = ActivityEntry.Of(line.Content) with { Clauses = clauses };
                await commands.SendAsync(new SaveActivity(commandId, task.Service, task.InstanceKey, task.Id, number, line.Version, changed, null), part.Actor, cancellationToken);
            }
        }

        return await commands.SendAsync(new SubmitPlan(part.Id(), task.Service, task.Id), part.Actor, cancellationToken);
    }
}

/// <summary>The commissioner accepts the plan; with a text, returns it.</summary>
internal sealed class ReviewPlanAct(Commands commands) : IScriptedAct
{
    public string Name => "review-plan";

    public async Task<object> PerformAsync(Part part, CancellationToken cancellationToken)
    {
        var accepts = part.Act.Text is null;
        return await commands.SendAsync(new ReviewPlan(part.Id(), part.Due.Service, part.Due.Task!.Id, true, true, accepts, part.Act.Text), part.Actor, cancellationToken);
    }
}
