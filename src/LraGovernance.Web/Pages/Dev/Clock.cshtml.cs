using LraGovernance.Calendar;
using LraGovernance.Pipeline;
using LraGovernance.Running;
using LraGovernance.Web.Rehearsal;
using LraGovernance.Web.Serving;
using LraGovernance.Web.Shell;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace LraGovernance.Web.Pages.Dev;

[Anyone("Development only: the clock of the demonstration")]
internal sealed class ClockModel(DemoClock clock, TimeTravel travel, ScriptedPlay play, Agenda agenda) : PageModel
{
    public const int MostDays = 1_100;
    public const int MostLines = 200;
    private static readonly TimeOnly Arrival = new(9, 30);
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(3);

    [BindProperty]
    public ClockForm Form { get; set; } = new();

    public DateTimeOffset Now { get; private set; }

    public Due? Next { get; private set; }

    public bool UnderWay => travel.UnderWay;

    public string Progress => travel.Progress;

    public Journey? Last => travel.UnderWay ? null : travel.Last;

    public IEnumerable<IGrouping<DateOnly, TimelineEvent>> Days => Last!.Happened.TakeLast(MostLines).GroupBy(x => x.At.LondonDate());

    public async Task OnGetAsync(CancellationToken cancellationToken)
    {
        await ReadAsync(cancellationToken);
        var today = Now.LondonDate();
        Form.Until = play.Script.To > today ? play.Script.To : today.AddDays(7);
        if (UnderWay)
        {
            Response.Headers["Refresh"] = "1";
        }
    }

    public async Task<IActionResult> OnPostAsync(string? by, CancellationToken cancellationToken)
    {
        await ReadAsync(cancellationToken);
        var target = Target(by);
        if (target is null || !ModelState.IsValid)
        {
            return Page();
        }

        if (!await travel.SetOffAsync(target.Value, withPeople: by == "people", Patience))
        {
            ModelState.AddModelError("", "The clock is being moved on already. Wait until it has arrived");
            return Page();
        }

        return RedirectToPage();
    }

    private async Task ReadAsync(CancellationToken cancellationToken)
    {
        Now = clock.GetUtcNow();
        Next = await agenda.NextAsync(cancellationToken);
    }

    private DateTimeOffset? Target(string? by)
    {
        switch (by)
        {
            case "day":
                return Later(1);
            case "week":
                return Later(7);
            case "next" when Next is { } next:
                return next.At > Now ? next.At : Now;
            case "date" or "people":
                return Until();
            default:
                ModelState.AddModelError("", "Choose how far to move the clock");
                return null;
        }
    }

    /// <summary>So many days later at the same time of day in London, whatever the clocks do in between.</summary>
    private DateTimeOffset Later(int days)
    {
        var local = London.Local(Now);
        return London.At(DateOnly.FromDateTime(local.DateTime).AddDays(days), TimeOnly.FromDateTime(local.DateTime));
    }

    private DateTimeOffset? Until()
    {
        var today = Now.LondonDate();
        if (Form.Until is not { } day)
        {
            if (ModelState.IsValid)
            {
                ModelState.AddModelError("Form.Until", "Enter the date to move to");
            }

            return null;
        }

        if (day <= today)
        {
            ModelState.AddModelError("Form.Until", $"The date must be after {LondonTime.Day(today)}: the clock does not go back");
        }
        else if (day > today.AddDays(MostDays))
        {
            ModelState.AddModelError("Form.Until", $"The date must be before {LondonTime.Day(today.AddDays(MostDays + 1))}: move on by three years at most");
        }

        return London.At(day, Arrival);
    }

    public static string What(Due due) => due.Kind switch
    {
        "schedule" => "a process starts by the calendar",
        "timer" => "a process goes on",
        "mail" => "a mail leaves",
        "task-reminder" => "somebody is reminded of a task",
        "task-late" => "a task becomes late",
        "decision-reminder" => "members who have not answered are reminded",
        "decision-deadline" => "the time to decide is over",
        var kind => kind,
    };
}

internal sealed class ClockForm
{
    [System.ComponentModel.DataAnnotations.Display(Name = "Date")]
    public DateOnly? Until { get; set; }
}
