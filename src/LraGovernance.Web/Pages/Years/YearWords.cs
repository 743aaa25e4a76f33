using LraGovernance.Decisions;
using LraGovernance.Web.Shell;
using LraGovernance.Years;

namespace LraGovernance.Web.Pages.Years;

/// <summary>How the commissioning year reads.</summary>
internal static class YearWords
{
    public static string Of(YearStanding standing) => standing switch
    {
        YearStanding.Ahead => "Ahead",
        YearStanding.Open => "Open",
        YearStanding.Late => "Late",
        YearStanding.DoneLate => "Done late",
        YearStanding.Missed => "Not done in time",
        YearStanding.Passed => "Passed",
        _ => "Done",
    };

    public static string Colour(YearStanding standing) => standing switch
    {
        YearStanding.Late => "red",
        YearStanding.DoneLate or YearStanding.Missed => "orange",
        YearStanding.Open => "blue",
        YearStanding.Done => "green",
        _ => "grey",
    };

    public static string What(YearEvent one) => one.Kind switch
    {
        YearEventKind.Start => $"{one.What} {(one.Standing == YearStanding.Ahead ? "starts" : "started")}",
        YearEventKind.Finish => $"{one.What} finished",
        _ => one.What,
    } + (one.About is { } about ? $": {about}" : "");

    /// <summary>Mon 14 Nov 2016, on one line.</summary>
    public static string Day(YearEvent one) => one.Day.ToString("ddd d MMM yyyy", LondonTime.English).Replace(' ', '\u00a0');

    /// <summary>How a decision ended, and until when what is open is safe.</summary>
    public static string Detail(YearEvent one) => string.Join(". ", new[]
    {
        one.Outcome is { } outcome ? OptionWords.Of(outcome) : null, one.LastSafeDay is { } safe ? $"Last safe day: {LondonTime.Weekday(safe)}" : null,
    }.OfType<string>());

    /// <summary>September 2016: 12 entries, 1 late; what was done late or not in time counts</summary>
    public static string Month(DateOnly month, IReadOnlyList<YearEvent> events)
    {
        var missed = events.Count(x => x.Standing is YearStanding.Late or YearStanding.DoneLate or YearStanding.Missed);
        return $"{LondonTime.Month(month)}: {events.Count} {(events.Count == 1 ? "entry" : "entries")}{(missed > 0 ? $", {missed} late" : "")}";
    }

    public static string Progress(YearStage stage) => stage.Of == 1 ? "" : $"{stage.Done} of {stage.Of} finished";
}
