using LraGovernance.Decisions;
using LraGovernance.Pipeline;
using LraGovernance.Tasks;

namespace LraGovernance.Web.Rehearsal.Acts;

/// <summary>A member of a body answers.</summary>
internal sealed class Decide(Commands commands) : IScriptedAct
{
    public string Name => "decide";

    public async Task<object> PerformAsync(Part part, CancellationToken cancellationToken) => await commands.SendAsync(new RecordDecision(
        part.Id(), part.Due.Request!.Service, part.Due.Invitation!.Id, part.Act.Option!, part.Act.Text, part.Name, part.Due.Request.DocumentHash, null), part.Actor, cancellationToken);
}

/// <summary>A member of a body declares an interest, and takes no part.</summary>
internal sealed class Declare(Commands commands) : IScriptedAct
{
    public string Name => "declare-interest";

    public async Task<object> PerformAsync(Part part, CancellationToken cancellationToken) => await commands.SendAsync(new DeclareInterest(
        part.Id(), part.Due.Request!.Service, part.Due.Invitation!.Id, part.Act.Text!, part.Name), part.Actor, cancellationToken);
}

/// <summary>A member of a body asks a question.</summary>
internal sealed class Ask(Commands commands) : IScriptedAct
{
    public string Name => "ask";

    public async Task<object> PerformAsync(Part part, CancellationToken cancellationToken) => await commands.SendAsync(
        new AskQuestion(part.Id(), part.Due.Request!.Service, part.Due.Invitation!.Id, part.Act.Text!), part.Actor, cancellationToken);
}

/// <summary>The paper's owner answers a question.</summary>
internal sealed class Answer(Commands commands) : IScriptedAct
{
    public string Name => "answer";

    public async Task<object> PerformAsync(Part part, CancellationToken cancellationToken) => await commands.SendAsync(
        new AnswerQuestion(part.Id(), part.Due.Task!.Service, part.Due.Task.Id, part.Act.Text!), part.Actor, cancellationToken);
}

/// <summary>Says that what was done elsewhere is done.</summary>
internal sealed class Tick(Commands commands) : IScriptedAct
{
    public string Name => "tick";

    public async Task<object> PerformAsync(Part part, CancellationToken cancellationToken) => await commands.SendAsync(
        new CompleteTask(part.Id(), part.Due.Task!.Service, part.Due.Task.Id), part.Actor, cancellationToken);
}
