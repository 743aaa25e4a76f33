using System.Globalization;
using LraGovernance.Escalations;
using LraGovernance.Pipeline;

namespace LraGovernance.Web.Rehearsal.Acts;

/// <summary>The senior management team takes an exception up.</summary>
internal sealed class Assess(Commands commands) : IScriptedAct
{
    public string Name => "assess";

    public async Task<object> PerformAsync(Part part, CancellationToken cancellationToken) => await commands.SendAsync(
        new AssessException(part.Id(), part.Due.Service, part.Due.Task!.Id, Enum.Parse<Handling>(part.Act.Word("handling")!), part.Act.Text), part.Actor, cancellationToken);
}

/// <summary>The head of service agrees an action plan with one action.</summary>
internal sealed class Plan(Commands commands) : IScriptedAct
{
    public string Name => "plan";

    public async Task<object> PerformAsync(Part part, CancellationToken cancellationToken)
    {
        var action = new ActionEntry(part.Act.Text, part.Act.Word("owner"), DateOnly.Parse(part.Act.Word("by")!, CultureInfo.InvariantCulture));
        return await commands.SendAsync(new AgreeActionPlan(part.Id(), part.Due.Service, part.Due.Task!.Id, part.Act.Word("cause"), [action]), part.Actor, cancellationToken);
    }
}

/// <summary>Says that an exception that no figure measures is over.</summary>
internal sealed class Confirm(Commands commands) : IScriptedAct
{
    public string Name => "confirm";

    public async Task<object> PerformAsync(Part part, CancellationToken cancellationToken) => await commands.SendAsync(
        new ConfirmException(part.Id(), part.Due.Service, part.Due.Task!.Id, IsOver: true, part.Act.Text), part.Actor, cancellationToken);
}

/// <summary>Somebody raises a risk by hand.</summary>
internal sealed class Raise(Commands commands) : IScriptedAct
{
    public string Name => "raise";

    public async Task<object> PerformAsync(Part part, CancellationToken cancellationToken) => await commands.SendAsync(
        new RaiseException(part.Id(), part.Due.Service, Matter.Risk, Nature.Performance, part.Act.Word("title"), part.Act.Text), part.Actor, cancellationToken);
}
