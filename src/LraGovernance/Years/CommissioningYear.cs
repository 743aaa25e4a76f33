using LraGovernance.Calendar;

namespace LraGovernance.Years;

/// <summary>How something of the year stands on a day.</summary>
public enum YearStanding { Ahead, Open, Late, Done, DoneLate, Missed, Passed }

/// <summary>One turn of the repeating cycle (R-038; 004 paragraphs 2.4 to 2.6).</summary>
/// <param name="Name">Specification, response, delivery, review or refresh.</param>
/// <param name="Does">What happens in it, in a sentence's words.</param>
/// <param name="Done">How many of its processes have finished.</param>
/// <param name="Of">How many there will be.</param>
/// <param name="From">The day on which it began; null while it is ahead.</param>
/// <param name="Instance">Its newest process.</param>
public sealed record YearStage(string Name, string Does, YearStanding Standing, int Done, int Of, DateOnly? From, Guid? Instance);

/// <summary>A process of the year, as far as the cycle has to know it.</summary>
public sealed record YearProcess(Guid Id, string DefinitionId, string Key, DateTimeOffset StartedAt, DateTimeOffset? FinishedAt);

/// <summary>The cycle of a financial year, told from its processes: pure.</summary>
public static class CommissioningYear
{
    /// <summary>The process that writes a year's specification; that of the year after is the refresh.</summary>
    public const string Refresh = "specification-refresh";

    private const int Months = 12;

    /// <param name="year">Whose cycle it is.</param>
    /// <param name="processes">Those of the year, and the refresh of the year after.</param>
    public static IReadOnlyList<YearStage> StagesOf(FinancialYear year, IReadOnlyList<YearProcess> processes)
    {
        return
        [
            Stage("Specification", "the council says what it expects", Refresh, $"{year}"),
            Stage("Response", "the service answers with a plan", "service-plan-response", $"{year}"),
            Stage("Delivery", "figures are returned and reviewed each month", "kpi-monitoring", null, Months),
            Stage("Review", "the year is reported on in public", "annual-report", $"{year}"),
            Stage("Refresh", "the specification of the year after is drafted", Refresh, $"{year.Next}"),
        ];

        YearStage Stage(string name, string does, string definition, string? key, int of = 1)
        {
            var own = processes.Where(x => x.DefinitionId == definition && (key is null || x.Key == key)).OrderBy(x => x.StartedAt).ToList();
            var done = own.Count(x => x.FinishedAt is not null);
            var standing = own.Count == 0 ? YearStanding.Ahead : done < of ? YearStanding.Open : YearStanding.Done;
            return new(name, does, standing, done, of, own.Count == 0 ? null : London.DateOf(own[0].StartedAt), own.Count == 0 ? null : own[^1].Id);
        }
    }

    /// <summary>The year to show first: that of the day, or the nearest that the calendar knows.</summary>
    public static FinancialYear At(DateOnly day, IReadOnlyList<FinancialYear> known)
    {
        var own = FinancialYear.Of(day);
        return known.Contains(own) ? own : known.Any(x => x.StartsIn > own.StartsIn) ? known.Where(x => x.StartsIn > own.StartsIn).MinBy(x => x.StartsIn) : known.MaxBy(x => x.StartsIn);
    }
}
