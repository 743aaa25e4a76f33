using LraGovernance.Decisions;
using LraGovernance.Pipeline;
using LraGovernance.Running;
using LraGovernance.Tasks;
using LraGovernance.Web.Serving;
using LraGovernance.Web.Shell;
using Microsoft.AspNetCore.Mvc;

namespace LraGovernance.Web.Pages.Running;

/// <summary>A place where a process waits, and what is known of why.</summary>
internal sealed record WaitingPlace(ProcessStep Step, WaitingMatter? Matter);

[KnownPerson]
internal sealed class ProcessModel(Commands commands, Visitor visitor) : GovernancePage(commands, visitor)
{
    public ProcessStory Story { get; private set; } = null!;

    public IReadOnlyList<WaitingPlace> Places { get; private set; } = [];

    public IReadOnlyList<IncidentRow> Open { get; private set; } = [];

    public bool MayRetry { get; private set; }

    public async Task<IActionResult> OnGetAsync(Guid id)
    {
        if (await SendAsync(new ReadProcess(id)) is not { } story)
        {
            return NotFound();
        }

        Story = story;
        var matters = (await SendAsync(new ReadProcessWaiting(id))).ToLookup(x => x.BookmarkId);
        Places = [.. story.WaitsFor.Select(x => new WaitingPlace(x, matters[x.BookmarkId].FirstOrDefault()))];
        Open = [.. story.Incidents.Where(x => x.RetriedAt is null)];
        MayRetry = new RolesAttribute("administrator", "commissioner").Allows(await ActorAsync(), service: null);
        return Page();
    }

    /// <summary>For whom it waits there: the names of those who have not answered, or the time at which it goes on.</summary>
    public static string For(WaitingPlace place) => place switch
    {
        { Matter: { } matter } => $"For {string.Join("; ", matter.Asked.Where(x => !x.Answered).Select(x => x.Name))}",
        { Step.DueAt: { } due } => $"Goes on by itself at {LondonTime.Clock(due)} on {LondonTime.Day(due)}",
        _ => "For another process or event",
    };

    public static string Outcome(ProcessStep step) =>
        step.Outcome is null or "Done" or "" ? "" : string.Join(", ", step.Outcome.Split(", ", StringSplitOptions.RemoveEmptyEntries).Select(OptionWords.Of));
}
