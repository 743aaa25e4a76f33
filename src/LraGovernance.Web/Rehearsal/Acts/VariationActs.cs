using System.Globalization;
using LraGovernance.Pipeline;
using LraGovernance.Specifications;
using LraGovernance.Variations;

namespace LraGovernance.Web.Rehearsal.Acts;

/// <summary>Either side proposes a variation of clauses, and perhaps of one year of the budget.</summary>
internal sealed class RaiseVariationAct(Commands commands) : IScriptedAct
{
    public string Name => "raise-variation";

    public async Task<object> PerformAsync(Part part, CancellationToken cancellationToken)
    {
        var now = (await commands.SendAsync(new ReadSpecification(part.Due.Service), part.Actor, cancellationToken)
            ?? throw new InvalidOperationException("No specification is in force that the script could vary.")).Document;
        var clauses = part.Act.Edits.Select(x => Edited(now, x)).ToList();
        var budget = part.Act.Word("year") is { } year ? now.Budget.Where(x => x.FinancialYear == year).Select(x => new BudgetEdit(
            year, SpecificationDocument.HashOfPiece(x), x.Staffing + Number(part, "staffing"), x.NonStaffing + Number(part, "nonStaffing"), x.Income + Number(part, "income"))).ToList() : [];
        return await commands.SendAsync(new RaiseVariation(part.Id(), part.Due.Service, new(
            part.Act.Word("title")!, part.Act.Text!, part.Act.Word("impact")!, new(clauses, [], budget, 0))), part.Actor, cancellationToken);
    }

    private static ClauseEdit Edited(SpecificationDocument now, Edit edit)
    {
        var clause = now.Clauses.SingleOrDefault(x => x.Id == edit.Clause) is { } one && one.Text.Contains(edit.Find, StringComparison.Ordinal)
            ? one : throw new InvalidOperationException($"The script looks for '{edit.Find}' in clause {edit.Clause}, and it is not there.");
        return new(clause.Id, SpecificationDocument.HashOfPiece(clause), clause.Heading, clause.Text.Replace(edit.Find, edit.Replace, StringComparison.Ordinal));
    }

    private static decimal Number(Part part, string name) => decimal.Parse(part.Act.Word(name) ?? "0", CultureInfo.InvariantCulture);
}

/// <summary>One side answers the tests; the script names those that it says yes to.</summary>
internal sealed class AssessVariationAct(Commands commands) : IScriptedAct
{
    public string Name => "assess-variation";

    public async Task<object> PerformAsync(Part part, CancellationToken cancellationToken)
    {
        var yes = part.Act.Word("yes")?.Split(' ') ?? [];
        TestAnswer Answer(string test, string no) => yes.Contains(test) ? new(true, part.Act.Text!) : new(false, no);
        return await commands.SendAsync(new AssessVariation(
            part.Id(), part.Due.Service, part.Due.Task!.Id, Answer("objective", "The overarching objectives stay as they are."), [],
            Answer("policy", "No policy of the council says otherwise."), Answer("budget", "The agreed budget stays as it is."),
            yes.Contains("substantive"), yes.Contains("fundamental"), yes.Contains("equality")), part.Actor, cancellationToken);
    }
}

/// <summary>One of the three parties agrees a minor variation.</summary>
internal sealed class AgreeVariationAct(Commands commands) : IScriptedAct
{
    public string Name => "agree-variation";

    public async Task<object> PerformAsync(Part part, CancellationToken cancellationToken) => await commands.SendAsync(
        new AgreeVariation(part.Id(), part.Due.Service, part.Due.Task!.Id, part.Act.Option != "Decline", part.Act.Text), part.Actor, cancellationToken);
}

/// <summary>Somebody moves an open variation up by hand.</summary>
internal sealed class MoveUpAct(Commands commands) : IScriptedAct
{
    public string Name => "move-up";

    public async Task<object> PerformAsync(Part part, CancellationToken cancellationToken) => await commands.SendAsync(
        new MoveUp(part.Id(), part.Due.Service, part.Act.Word("variation")!, part.Act.Text!), part.Actor, cancellationToken);
}
