using LraGovernance.Pipeline;
using LraGovernance.ServicePlans;
using LraGovernance.Web.Serving;
using LraGovernance.Web.Shell;
using Microsoft.AspNetCore.Mvc;

namespace LraGovernance.Web.Pages.ServicePlans;

/// <summary>An activity is written: a new one, or one that is there.</summary>
[KnownPerson]
internal sealed class EditModel(Commands commands, Visitor visitor, Randomness randomness) : PlanChangePage(commands, visitor)
{
    [BindProperty]
    public ActivityForm Form { get; set; } = new();

    public async Task<IActionResult> OnGetAsync(string financialYear, string? number, Guid? task)
    {
        if (!await FindAsync(financialYear, number, task))
        {
            return NotFound();
        }

        Form = new() { CommandId = randomness.Id("form", ""), BasedOn = Line?.Version ?? 0, Activity = Line is { } line ? ActivityFields.Of(line.Content) : new() };
        return Show();
    }

    public async Task<IActionResult> OnPostAsync(string financialYear, string? number, Guid? task)
    {
        if (!await FindAsync(financialYear, number, task))
        {
            return task is { } id ? Redirect($"/tasks/{id}") : NotFound();
        }

        var result = ModelState.IsValid ? await TrySendAsync(new SaveActivity(Form.CommandId, View.Service, financialYear, task, number, Form.BasedOn, Form.Activity.ToEntry(), Form.Reason)) : null;
        Form.CommandId = result is null ? Form.CommandId : randomness.Id("form", ""); // a refusal was that one's answer
        switch (result)
        {
            case SaveActivityResult.Saved saved:
                this.Announce($"Saved: activity {saved.Number}");
                return Redirect(Back);
            case SaveActivityResult.Unchanged:
                return Redirect(Back);
            case SaveActivityResult.ChangedMeanwhile changed:
                Refusal = "A colleague has saved this activity since you opened it. What you typed stands below: saving again replaces theirs.";
                Form.BasedOn = changed.Version;
                ModelState.Remove("Form.BasedOn");
                return Show();
            case SaveActivityResult.Unknown unknown:
                ModelState.AddModelError($"Form.Activity.{unknown.Field}", $"There is no '{unknown.Value}'");
                return Show();
            case SaveActivityResult.Refused refused:
                Refusal = PlanWords.Why(refused.Why);
                return Show();
            default:
                return Show();
        }
    }

    private Microsoft.AspNetCore.Mvc.RazorPages.PageResult Show()
    {
        Form.Activity.Pad();
        return Page();
    }
}
