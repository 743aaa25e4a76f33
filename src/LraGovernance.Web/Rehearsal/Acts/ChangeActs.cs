using System.Globalization;
using LraGovernance.Changes;
using LraGovernance.Equality;
using LraGovernance.FormalDecisions;
using LraGovernance.Pipeline;

namespace LraGovernance.Web.Rehearsal.Acts;

/// <summary>The commissioner writes the business case of a change.</summary>
internal sealed class WriteBusinessCaseAct(Commands commands) : IScriptedAct
{
    public string Name => "write-business-case";

    public async Task<object> PerformAsync(Part part, CancellationToken cancellationToken) => await commands.SendAsync(new WriteBusinessCase(
        part.Id(), part.Due.Service, part.Due.Task!.Id, part.Act.Text, part.Act.Word("options"), part.Act.Word("communication"),
        DateOnly.Parse(part.Act.Word("reviewOn")!, CultureInfo.InvariantCulture), part.Act.Word("formal") == "True"), part.Actor, cancellationToken);
}

/// <summary>The finance partner says what a change does to the money.</summary>
internal sealed class AssessFinanceAct(Commands commands) : IScriptedAct
{
    public string Name => "assess-finance";

    public async Task<object> PerformAsync(Part part, CancellationToken cancellationToken) => await commands.SendAsync(
        new AssessFinance(part.Id(), part.Due.Service, part.Due.Task!.Id, part.Act.Text), part.Actor, cancellationToken);
}

/// <summary>The responsible officer screens a case; the script names the groups that gain, and those that may lose.</summary>
internal sealed class ScreenEqualityAct(Commands commands) : IScriptedAct
{
    public string Name => "screen-equality";

    public async Task<object> PerformAsync(Part part, CancellationToken cancellationToken)
    {
        var (gain, lose) = (part.Act.Word("gain")?.Split(' ') ?? [], part.Act.Word("lose")?.Split(' ') ?? []);
        var groups = EqualityWords.Characteristics.Select(x => new ScreenedEntry(
            x.Key, gain.Contains(x.Key) || lose.Contains(x.Key), gain.Contains(x.Key), gain.Contains(x.Key) ? Effect.Medium : Effect.None, lose.Contains(x.Key) ? Effect.Low : Effect.None,
            gain.Contains(x.Key) || lose.Contains(x.Key) ? part.Act.Word("detail") : null)).ToList();
        return await commands.SendAsync(new ScreenEquality(
            part.Id(), part.Due.Service, part.Due.Task!.Id, part.Act.Word("context"), part.Act.Word("consultation"), groups, Enum.Parse<Judgement>(part.Act.Word("judgement")!), part.Act.Text),
            part.Actor, cancellationToken);
    }
}

/// <summary>Somebody signs an assessment.</summary>
internal sealed class SignEqualityAct(Commands commands) : IScriptedAct
{
    public string Name => "sign-equality";

    public async Task<object> PerformAsync(Part part, CancellationToken cancellationToken) => await commands.SendAsync(
        new SignEquality(part.Id(), part.Due.Service, part.Due.Task!.Id, true, null), part.Actor, cancellationToken);
}

/// <summary>The clerk records a formal decision of the day.</summary>
internal sealed class RecordFormalDecisionAct(Commands commands) : IScriptedAct
{
    public string Name => "record-formal-decision";

    public async Task<object> PerformAsync(Part part, CancellationToken cancellationToken) => await commands.SendAsync(new RecordFormalDecision(
        part.Id(), part.Due.Service, part.Due.Task!.Id, new(
            Enum.Parse<DecisionTaker>(part.Act.Word("taker")!), part.Act.Word("keyDecision") == "True", LraGovernance.Calendar.London.DateOf(part.Due.At), part.Act.Option != "NotAgreed", part.Act.Reference, part.Act.Text,
            part.Act.Word("rejected"), "None")), part.Actor, cancellationToken);
}
