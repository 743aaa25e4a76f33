using LraGovernance.Equality;
using LraGovernance.Pipeline;
using LraGovernance.Web.Pages.Tasks;
using LraGovernance.Web.Serving;
using LraGovernance.Web.Shell;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Rendering;

namespace LraGovernance.Web.Pages.Equality;

/// <summary>The responsible officer screens a case against each protected characteristic.</summary>
[KnownPerson]
internal sealed class ScreenModel(Commands commands, Visitor visitor, Randomness randomness) : EqualityTaskPage(commands, visitor, TaskAddresses.ScreenEquality)
{
    public static IEnumerable<SelectListItem> Effects => Enum.GetNames<Effect>().Select(x => new SelectListItem(x, x)).Prepend(new SelectListItem("Choose", ""));

    [BindProperty]
    public ScreenForm Form { get; set; } = new();

    public async Task<IActionResult> OnGetAsync(Guid taskId)
    {
        if (await OpenCaseAsync(taskId) is { } elsewhere)
        {
            return elsewhere;
        }

        var before = View.Groups().ToDictionary(x => x.Key);
        Form = new()
        {
            CommandId = randomness.Id("form", ""), Context = View.Context, Consultation = View.Consultation, Judgement = View.Judgement, Reasons = View.Reasons,
            Groups =
            [
                .. EqualityWords.Characteristics.Select(x => before.GetValueOrDefault(x.Key) is { } was
                    ? new GroupForm { Key = x.Key, Differs = was.Differs, Promotes = was.Promotes, Positive = was.Positive, Negative = was.Negative, Detail = was.Detail } : new GroupForm { Key = x.Key }),
            ],
        };
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(Guid taskId)
    {
        if (await OpenCaseAsync(taskId) is { } elsewhere)
        {
            return elsewhere;
        }

        var groups = Form.Groups.Select(x => new ScreenedEntry(x.Key ?? "", x.Differs, x.Promotes, x.Positive, x.Negative, x.Detail)).ToList();
        switch (await TrySendAsync(new ScreenEquality(Form.CommandId, Asked.Service, taskId, Form.Context, Form.Consultation, groups, Form.Judgement, Form.Reasons)))
        {
            case ScreenEqualityResult.Screened screened:
                this.Announce($"Recorded: the screening of {screened.CaseNumber}");
                return Redirect($"/equality/{screened.CaseNumber}");
            case ScreenEqualityResult.Refused refused:
                return Refused(refused.Why);
            default:
                Form.Groups = [.. EqualityWords.Characteristics.Select(x => Form.Groups.Find(g => g.Key == x.Key) ?? new GroupForm { Key = x.Key })];
                return Page();
        }
    }
}

internal sealed class ScreenForm : CommandForm
{
    public string? Context { get; set; }

    public string? Consultation { get; set; }

    public List<GroupForm> Groups { get; set; } = [];

    public Judgement? Judgement { get; set; }

    public string? Reasons { get; set; }
}

internal sealed class GroupForm
{
    public string? Key { get; set; }

    public bool? Differs { get; set; }

    public bool? Promotes { get; set; }

    public Effect? Positive { get; set; }

    public Effect? Negative { get; set; }

    public string? Detail { get; set; }
}
