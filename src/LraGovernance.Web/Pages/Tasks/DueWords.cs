using LraGovernance.Web.Shell;

namespace LraGovernance.Web.Pages.Tasks;

/// <summary>Until when something is asked for, and the last safe day, as people read them.</summary>
internal static class DueWords
{
    public static string Until(DateTimeOffset? due, DateOnly? safe) =>
        (due is { } moment ? $"Asked for by {Day(moment)}" : "No fixed day") + (safe is { } day ? $". Last safe day: {LondonTime.Weekday(day)}" : "");

    /// <summary>Friday 13 November 2015, by 5pm</summary>
    public static string Day(DateTimeOffset due) => $"{LondonTime.Weekday(due.LondonDate())}, by {LondonTime.Clock(due)}";
}
