using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace LraGovernance.Notifications;

/// <summary>Links are kept as the SHA-256 of their token: 256 random bits need no slower hash.</summary>
public static class Tokens
{
    private const int Length = 43;

    public static string Hash(string token) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(token)));

    /// <summary>What a mail's link is derived from in a rehearsal: the mail and its attempt.</summary>
    public static string Identity(Guid mailId, int attempt) => string.Create(CultureInfo.InvariantCulture, $"{mailId}/{attempt}");

    /// <summary>Whether a text has the shape of a token; what has not is not looked up.</summary>
    public static bool LooksLikeOne(string? text) =>
        text is { Length: Length } && text.All(c => char.IsAsciiLetterOrDigit(c) || c is '-' or '_');
}
