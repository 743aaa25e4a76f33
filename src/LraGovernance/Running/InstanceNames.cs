using LraGovernance.Calendar;

namespace LraGovernance.Running;

/// <summary>Where a process finds the titles of its cases; each feature that has cases registers one.</summary>
internal interface ICaseTitles
{
    /// <summary>The process whose keys are the numbers of these cases.</summary>
    string Process { get; }

    /// <summary>Titles by number; a number that is nobody's is left out.</summary>
    Task<IReadOnlyDictionary<string, string>> TitlesAsync(string service, IReadOnlyCollection<string> numbers, CancellationToken cancellationToken);
}

/// <summary>What instances are about, in words: October 2016; 2016 to 2017; EX-2016-17-004 with the title of the case.</summary>
internal sealed class InstanceNames(IEnumerable<ICaseTitles> cases)
{
    /// <summary>Null where the key is neither a period nor the number of a known case.</summary>
    internal async Task<string?> AboutAsync(string service, string process, string key, CancellationToken cancellationToken) =>
        (await AboutAllAsync(service, [(process, key)], cancellationToken)).GetValueOrDefault((process, key));

    /// <summary>The same of many, with one query for each process that has cases; what has no name is left out.</summary>
    internal async Task<IReadOnlyDictionary<(string Process, string Key), string>> AboutAllAsync(
        string service, IEnumerable<(string Process, string Key)> instances, CancellationToken cancellationToken)
    {
        var names = new Dictionary<(string Process, string Key), string>();
        foreach (var process in instances.Distinct().GroupBy(x => x.Process, x => x.Key))
        {
            var titles = cases.SingleOrDefault(x => x.Process == process.Key) is { } source ? await source.TitlesAsync(service, [.. process], cancellationToken) : null;
            foreach (var key in process)
            {
                if (titles?.GetValueOrDefault(key) is { } title)
                {
                    names.Add((process.Key, key), $"{key}, {title}");
                }
                else if (PeriodInWords(key) is { } period)
                {
                    names.Add((process.Key, key), period);
                }
            }
        }

        return names;
    }

    /// <summary>A key that is a year or a month as people write it; null for any other.</summary>
    internal static string? PeriodInWords(string key) =>
        FinancialYear.TryParse(key, out var year) ? year.InWords : Period.TryParse(key, out var period) ? period.Value.InWords : null;

    /// <summary>What is asked, and about what, as one line.</summary>
    internal static string Line(string title, string? about) => about is null ? title : $"{title}: {about}";
}
