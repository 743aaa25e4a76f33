using System.Globalization;
using DiffPlex;

namespace LraGovernance.Specifications;

public enum Change { Added, Removed, Changed }

/// <summary>A run of words that is in both texts, only in the newer, or only in the older.</summary>
public sealed record TextRun(string Text, bool Added, bool Removed);

public sealed record ClauseChange(Change Kind, string Id, string Section, string Heading, IReadOnlyList<TextRun> Runs);

/// <summary>A figure that differs, in words to show: money, a target, a floor, a threshold or a tolerance.</summary>
public sealed record FigureChange(string Subject, string What, string? Before, string? After);

/// <summary>What differs between two versions, clause by clause, with what it does to money, targets and tolerances.</summary>
public sealed record SpecificationDifference(IReadOnlyList<ClauseChange> Clauses, IReadOnlyList<FigureChange> Figures)
{
    public bool IsNone => Clauses.Count == 0 && Figures.Count == 0;

    public static SpecificationDifference Between(SpecificationDocument before, SpecificationDocument after) => new(
        [.. ClausesBetween(before, after)], [.. FiguresBetween(before, after)]);

    /// <summary>Two texts word by word.</summary>
    public static IReadOnlyList<TextRun> Words(string before, string after)
    {
        var result = new Differ().CreateCustomDiffs(before, after, ignoreWhiteSpace: false, Chunks);
        var (runs, now) = (new List<TextRun>(), 0);
        foreach (var block in result.DiffBlocks)
        {
            Take(result.PiecesNew, now, block.InsertStartB, added: false, removed: false);
            Take(result.PiecesOld, block.DeleteStartA, block.DeleteStartA + block.DeleteCountA, added: false, removed: true);
            Take(result.PiecesNew, block.InsertStartB, block.InsertStartB + block.InsertCountB, added: true, removed: false);
            now = block.InsertStartB + block.InsertCountB;
        }

        Take(result.PiecesNew, now, result.PiecesNew.Length, added: false, removed: false);
        return [.. runs.SelectMany((_, i) => Shared(runs, i))];

        void Take(string[] pieces, int from, int to, bool added, bool removed)
        {
            if (to > from)
            {
                runs.Add(new(string.Concat(pieces[from..to]), added, removed));
            }
        }
    }

    private static IEnumerable<ClauseChange> ClausesBetween(SpecificationDocument before, SpecificationDocument after)
    {
        var old = before.Clauses.ToDictionary(x => x.Id);
        foreach (var clause in after.Clauses)
        {
            if (!old.Remove(clause.Id, out var was))
            {
                yield return new(Change.Added, clause.Id, clause.Section, clause.Heading, [new(clause.Text, true, false)]);
            }
            else if (was != clause)
            {
                yield return new(Change.Changed, clause.Id, clause.Section, clause.Heading, Words(Whole(was), Whole(clause)));
            }
        }

        foreach (var gone in old.Values)
        {
            yield return new(Change.Removed, gone.Id, gone.Section, gone.Heading, [new(gone.Text, false, true)]);
        }
    }

    private static string Whole(Clause clause) => $"{clause.Heading}\n\n{clause.Text}";

    private static IEnumerable<FigureChange> FiguresBetween(SpecificationDocument before, SpecificationDocument after)
    {
        var (old, current) = (FiguresOf(before), FiguresOf(after));
        return old.Keys.Union(current.Keys)
            .Select(key => (key, was: old.GetValueOrDefault(key), now: current.GetValueOrDefault(key)))
            .Where(x => x.was != x.now).Select(x => new FigureChange(x.key.Subject, x.key.What, x.was, x.now));
    }

    private static Dictionary<(string Subject, string What), string> FiguresOf(SpecificationDocument document)
    {
        var figures = new Dictionary<(string, string), string>();
        foreach (var indicator in document.Indicators)
        {
            var subject = $"{indicator.Ref} {indicator.Name}";
            Add(subject, "Target", indicator.Target, indicator.Unit);
            Add(subject, "Floor", indicator.Floor, indicator.Unit);
            foreach (var threshold in indicator.Thresholds)
            {
                Add(subject, $"Expected range, {SpecificationWords.Quarter(threshold.Quarter).ToLowerInvariant()}, upper value", threshold.Upper, indicator.Unit);
                Add(subject, $"Expected range, {SpecificationWords.Quarter(threshold.Quarter).ToLowerInvariant()}, lower value", threshold.Lower, indicator.Unit);
            }

            foreach (var tolerance in indicator.Tolerances)
            {
                figures[(subject, $"Tolerance: {SpecificationWords.Sentence(tolerance.Kind)}")] =
                    $"{SpecificationWords.Of(tolerance)}: {Route(tolerance.GoesTo, tolerance.UpAfterWorkingDays)}";
            }
        }

        foreach (var year in document.Budget)
        {
            foreach (var (line, amount) in (ReadOnlySpan<(string, decimal)>)
                [("Staffing", year.Staffing), ("Other costs", year.NonStaffing), ("Gross", year.Gross), ("Income", year.Income), ("Net", year.Net)])
            {
                figures[($"Budget {SpecificationWords.Year(year.FinancialYear)}", line)] = Pounds(amount);
            }
        }

        foreach (var tolerance in document.BudgetTolerances)
        {
            figures[("Budget tolerance", $"Forecast {tolerance.Line}, first to: {SpecificationWords.GoesTo(tolerance.GoesTo)}")] =
                $"{SpecificationWords.Of(tolerance)}. {SpecificationWords.Up(tolerance.UpAfterWorkingDays)}";
        }

        return figures;

        void Add(string subject, string what, decimal? value, string unit)
        {
            if (value is { } figure)
            {
                figures[(subject, what)] = SpecificationWords.Figure(figure, unit);
            }
        }
    }

    private static string Route(string goesTo, int? upAfterWorkingDays) =>
        $"{SpecificationWords.GoesTo(goesTo)}. {SpecificationWords.Up(upAfterWorkingDays)}";

    private static string Pounds(decimal thousands) =>
        (thousands < 0 ? "\u2212" : "") + "\u00a3" + Math.Abs(thousands * 1_000).ToString("#,##0", CultureInfo.InvariantCulture);

    /// <summary>Where words are put behind a word or taken from behind it, that word itself has not changed: only the blank after it has.</summary>
    private static IEnumerable<TextRun> Shared(List<TextRun> runs, int i)
    {
        var run = runs[i];
        var other = run.Removed && i + 1 < runs.Count && runs[i + 1].Added ? runs[i + 1] : run.Added && i > 0 && runs[i - 1].Removed ? runs[i - 1] : null;
        var (removed, added) = run.Removed ? (run, other) : (other, run);
        var same = other is null ? "" : Opening(removed!.Text, added!.Text);
        if (same.Length == 0)
        {
            return [run];
        }

        IEnumerable<TextRun> rest = run.Text.Length > same.Length ? [run with { Text = run.Text[same.Length..] }] : [];
        return run.Removed ? rest.Prepend(new(same, false, false)) : rest;
    }

    /// <summary>The shorter text, where the longer one goes on after it with a blank.</summary>
    private static string Opening(string one, string other)
    {
        var (shorter, longer) = one.Length < other.Length ? (one.TrimEnd(), other) : (other.TrimEnd(), one);
        return shorter.Length > 0 && longer.StartsWith(shorter, StringComparison.Ordinal) && (longer.Length == shorter.Length || char.IsWhiteSpace(longer[shorter.Length]))
            ? shorter : "";
    }

    /// <summary>Words with the blanks that follow them, and breaks between lines, so that the runs put together are the text.</summary>
    private static string[] Chunks(string text)
    {
        var words = new List<string>();
        for (int start = 0, i = 1; i <= text.Length; i++)
        {
            if (i == text.Length || (text[i - 1] == '\n') != (text[i] == '\n') || (char.IsWhiteSpace(text[i - 1]) && !char.IsWhiteSpace(text[i])))
            {
                words.Add(text[start..i]);
                start = i;
            }
        }

        return [.. words];
    }
}
