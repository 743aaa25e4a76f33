using LraGovernance.Pipeline;
using LraGovernance.Tasks;
using LraGovernance.Web.Serving;
using LraGovernance.Web.Shell;

namespace LraGovernance.Web.Pages.Tasks;

[KnownPerson]
internal sealed class WaitingModel(Commands commands, Visitor visitor, TimeProvider clock) : GovernancePage(commands, visitor)
{
    private const int Soon = 3;

    public IReadOnlyList<WaitingLine> Lines { get; private set; } = [];

    public int Late => Lines.Count(x => x.Late);

    public async Task OnGetAsync() => Lines = await SendAsync(new ReadWaiting());

    /// <summary>By what day it is safe, and how to say how near that is.</summary>
    public (string? Words, string? Colour) Nearness(WaitingLine line)
    {
        if (line.Late)
        {
            return ("Late", "red");
        }

        return line.DueAt is not { } due ? (null, null) : (due.LondonDate().DayNumber - clock.LondonToday().DayNumber) switch
        {
            0 => ("Due today", "orange"),
            1 => ("Due tomorrow", "yellow"),
            <= Soon and var days => ($"{days} days left", "yellow"),
            _ => (null, null),
        };
    }
}
