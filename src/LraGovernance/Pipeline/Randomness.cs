using System.Security.Cryptography;
using System.Text;

namespace LraGovernance.Pipeline;

/// <summary>
/// The one seam through which chance enters the record: ids, salts and link tokens. Each value is asked for by purpose
/// and identity, so that a rehearsal can answer from a seed and be repeated byte for byte.
/// </summary>
public abstract class Randomness
{
    /// <summary><paramref name="count"/> bytes for this purpose and identity.</summary>
    /// <param name="purpose">What the value is for, such as <c>salt</c>.</param>
    /// <param name="identity">What it belongs to; never used twice with the same purpose.</param>
    /// <param name="count">Number of bytes, 1 to 64.</param>
    public abstract byte[] Bytes(string purpose, string identity, int count);

    public Guid Id(string purpose, string identity) => new(Bytes(purpose, identity, 16));

    /// <summary>A 256-bit token in base64url, 43 characters.</summary>
    public string Token(string purpose, string identity) =>
        Convert.ToBase64String(Bytes(purpose, identity, 32)).TrimEnd('=').Replace('+', '-').Replace('/', '_');
}

/// <summary>The operating system's generator: the only one that production may compose.</summary>
public sealed class SystemRandomness : Randomness
{
#pragma warning disable RS0030 // this is the seam that the ban points to
    public override byte[] Bytes(string purpose, string identity, int count) => RandomNumberGenerator.GetBytes(count);
#pragma warning restore RS0030
}

/// <summary>A keyed hash of purpose and identity: the same seed gives the same run. Only rehearsal and demonstration compose it.</summary>
public sealed class SeededRandomness(string seed) : Randomness
{
    private readonly byte[] _key = SHA256.HashData(Encoding.UTF8.GetBytes(seed));

    public override byte[] Bytes(string purpose, string identity, int count)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThan(count, 64);
        return HMACSHA512.HashData(_key, Encoding.UTF8.GetBytes($"{purpose}\n{identity}"))[..count];
    }
}
