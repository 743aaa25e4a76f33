using LraGovernance.Web.Shell;

namespace LraGovernance.Web.Pages.Tasks;

/// <summary>The last safe day as people read it.</summary>
internal static class DueWords
{
    public static string LastSafe(DateTimeOffset? due) => due is { } moment ? $"Last safe day: {Day(moment)}" : "No fixed day";

    /// <summary>Friday 13 November 2015, by 5pm</summary>
    public static string Day(DateTimeOffset due) => $"{LondonTime.Weekday(due.LondonDate())}, by {LondonTime.Clock(due)}";
}
