using LraGovernance.Pipeline;
using LraGovernance.ServicePlans;
using LraGovernance.Web.Pages.Tasks;
using LraGovernance.Web.Serving;
using LraGovernance.Web.Shell;
using Microsoft.AspNetCore.Mvc;

namespace LraGovernance.Web.Pages.ServicePlans;

/// <summary>An activity is taken out of the plan, with what will be a gap then before the eyes of whoever does it.</summary>
[KnownPerson]
internal sealed class RemoveModel(Commands commands, Visitor visitor, Randomness randomness) : PlanChangePage(commands, visitor)
{
    [BindProperty]
    public RemoveForm Form { get; set; } = new();

    /// <summary>What only this activity answers.</summary>
    public IReadOnlyList<CoverageLine> OnlyAnswer => [.. View.Coverage.Where(x => x.AnsweredBy is [var only] && only == Number)];

    public async Task<IActionResult> OnGetAsync(string financialYear, string number, Guid? task)
    {
        if (!await FindAsync(financialYear, number, task))
        {
            return NotFound();
        }

        Form = new() { CommandId = randomness.Id("form", ""), BasedOn = Line!.Version };
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(string financialYear, string number, Guid? task)
    {
        if (!await FindAsync(financialYear, number, task))
        {
            return task is { } id ? Redirect($"/tasks/{id}") : Redirect($"/service-plans/{financialYear}/{number}");
        }

        var result = await TrySendAsync(new RemoveActivity(Form.CommandId, View.Service, financialYear, task, number, Form.BasedOn, Form.Reason));
        Form.CommandId = result is null ? Form.CommandId : randomness.Id("form", ""); // a refusal was that one's answer
        switch (result)
        {
            case RemoveActivityResult.Removed removed:
                this.Announce(removed.Gaps.Count == 0 ? $"Taken out: {number}" : $"Taken out: {number}. Nothing answers {string.Join(", ", removed.Gaps.Select(x => x.Name))} now");
                return Redirect(task is null ? $"/service-plans/{financialYear}#gaps" : Back);
            case RemoveActivityResult.ChangedMeanwhile changed:
                Refusal = "A colleague has changed this activity since you opened it. Look at it again before you take it out.";
                Form.BasedOn = changed.Version;
                ModelState.Remove("Form.BasedOn");
                return Page();
            case RemoveActivityResult.Refused refused:
                Refusal = PlanWords.Why(refused.Why);
                return Page();
            default:
                return Page();
        }
    }
}

internal sealed class RemoveForm : CommandForm
{
    public int BasedOn { get; set; }

    public string? Reason { get; set; }
}
