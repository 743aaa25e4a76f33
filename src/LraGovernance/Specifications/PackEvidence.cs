using System.Globalization;
using LraGovernance.Packs;

namespace LraGovernance.Specifications;

/// <summary>The named inputs of the yearly review (R-030), as the pack holds them, each with its figures and with what was gathered independently (R-033, R-034).</summary>
internal static class PackEvidence
{
    internal const string LastYear = "last-year-performance";

    internal static IReadOnlyList<Input> Read(Pack pack) => pack.Read<EvidenceFile>("evidence.json").Inputs;

    /// <param name="Figures">Numbers that the text rests on.</param>
    /// <param name="Independent">What did not come from the service itself: research, comparable authorities, customers.</param>
    internal sealed record Input(string Key, string Title, string Text, string Source, IReadOnlyList<Figure>? Figures = null, IReadOnlyList<Gathered>? Independent = null)
    {
        /// <summary>All of it as the author reads it, a line each.</summary>
        public string Whole => string.Join('\n', new[] { Text }.Concat((Figures ?? []).Select(x => x.InWords)).Concat((Independent ?? []).Select(x => x.InWords)));
    }

    internal sealed record Figure(string Label, decimal Value, string Unit, string Source, string? Ref = null, decimal? Target = null)
    {
        public string InWords => $"{(Ref is null ? "" : $"{Ref} ")}{Label}: {Amount(Value)}{(Target is { } target ? $", target {Amount(target)}" : Ref is null ? "" : ", no target")} ({Source}).";

        private string Amount(decimal value) => Unit switch
        {
            "GBP" => value.ToString("£0.00", CultureInfo.InvariantCulture),
            "GBP thousands" => $"£{SpecificationWords.Thousands(value)} thousand",
            "people" => SpecificationWords.Figure(value, "count"),
            var unit => SpecificationWords.Figure(value, unit),
        };
    }

    internal sealed record Gathered(string Kind, string Text, string Source)
    {
        public string InWords => $"Independent, {Kind.Replace('-', ' ')}: {Text} ({Source}).";
    }

    private sealed record EvidenceFile(IReadOnlyList<Input> Inputs);
}
