using System.Globalization;
using LraGovernance.Pipeline;

namespace LraGovernance.Tests.Crashes;

/// <summary>How much of a campaign runs, and its chance. LRA_CAMPAIGN=1 runs the whole, else a sample; LRA_SEED replays.</summary>
internal sealed class Campaign
{
    private readonly SeededRandomness _randomness;

    public Campaign()
    {
        Seed = Environment.GetEnvironmentVariable("LRA_SEED") is { Length: > 0 } given ? given : Environment.TickCount64.ToString(CultureInfo.InvariantCulture);
        _randomness = new(Seed);
    }

    public string Seed { get; }

    public static int Of(int whole, int sample) => Environment.GetEnvironmentVariable("LRA_CAMPAIGN") == "1" ? whole : sample;

    public int Below(int bound, string purpose, int identity) =>
        (int)(BitConverter.ToUInt32(_randomness.Bytes(purpose, $"{identity}", 4)) % (uint)bound);
}
