using System.Diagnostics;

namespace LraGovernance.Benchmarks;

/// <summary>Times of one contender, by round, in milliseconds.</summary>
internal sealed class Times(int rounds)
{
    private readonly List<double>[] _rounds = [.. Enumerable.Range(0, rounds).Select(_ => new List<double>())];

    public void Add(int round, double milliseconds) => _rounds[round].Add(milliseconds);

    public double P50 => At(_rounds.SelectMany(x => x), 0.50);

    public double P99 => At(_rounds.SelectMany(x => x), 0.99);

    public double PerSecond => 1_000 * _rounds.Sum(x => x.Count) / _rounds.Sum(x => x.Sum());

    /// <summary>How many times as long as the other: the median over the rounds, and the least and the most of them.</summary>
    public string Over(Times other)
    {
        var ratios = _rounds.Zip(other._rounds, (own, its) => At(own, 0.50) / At(its, 0.50)).Order().ToList();
        return FormattableString.Invariant($"{At(ratios, 0.50):0.0} ({ratios[0]:0.0} to {ratios[^1]:0.0})");
    }

    private static double At(IEnumerable<double> times, double part)
    {
        var sorted = times.Order().ToList();
        return sorted[(int)Math.Min(sorted.Count - 1, part * sorted.Count)];
    }
}

/// <summary>Contenders that take turns, operation by operation.</summary>
internal static class Turns
{
    /// <param name="rounds">Rounds measured.</param>
    /// <param name="each">Operations of each contender in a round.</param>
    /// <param name="contenders">Each is given the number of its operation; as many more as a round has come first, to warm up.</param>
    public static async Task<Times[]> TakeAsync(int rounds, int each, params Func<int, Task>[] contenders)
    {
        var times = contenders.Select(_ => new Times(rounds)).ToArray();
        for (var operation = 0; operation < (rounds + 1) * each; operation++)
        {
            for (var turn = 0; turn < contenders.Length; turn++)
            {
                // Who begins changes, so that nobody always comes after the same one.
                var who = (turn + operation) % contenders.Length;
                var from = Stopwatch.GetTimestamp();
                await contenders[who](operation);
                var took = Stopwatch.GetElapsedTime(from).TotalMilliseconds;
                if (operation >= each)
                {
                    times[who].Add((operation / each) - 1, took);
                }
            }
        }

        return times;
    }
}
