using LraGovernance.Packs;
using LraGovernance.Performance;
using LraGovernance.Pipeline;

namespace LraGovernance.Web.Rehearsal;

/// <summary>How an indicator stood at the end: each complete year, and each period that was published, as the public page tells it.</summary>
internal sealed record RehearsedIndicator(string Ref, string Period, decimal? Value, string Status, string Direction)
{
    public static async Task<IReadOnlyList<RehearsedIndicator>> ReadAsync(IServiceProvider services, CancellationToken cancellationToken)
    {
        var commands = services.GetRequiredService<Commands>();
        var told = new List<RehearsedIndicator>();
        var first = (await commands.SendAsync(new ReadServices(), Actor.Anonymous, cancellationToken))[0];
        foreach (var line in (await commands.SendAsync(new ReadPerformance(first.Key), Actor.Anonymous, cancellationToken))?.Lines ?? [])
        {
            var view = (await commands.SendAsync(new ReadIndicator(first.Key, line.Indicator.Ref), Actor.Anonymous, cancellationToken))!;
            told.AddRange(view.Years.Select(x => new RehearsedIndicator(view.Indicator.Ref, $"{x.Year}", x.Value, Word(x.Rating), "none")));
            told.AddRange(view.Periods.Select(x => new RehearsedIndicator(view.Indicator.Ref, $"{x.Period}", x.Value, Word(x.Rating), Word(x.Travel))));
        }

        return told;
    }

    /// <summary>green, inRange, noData.</summary>
    private static string Word(Enum value) => $"{value}" is var name ? char.ToLowerInvariant(name[0]) + name[1..] : "";
}
