using System.ComponentModel.DataAnnotations;

namespace LraGovernance.Web.Serving;

/// <summary>
/// Requests a minute from one address. A whole council may sit behind one address, so these are wide: they slow down
/// programs that guess, and never lock anybody out for longer than a minute. The section is named <c>Limits</c>.
/// </summary>
internal sealed class LimitSettings
{
    /// <summary>Links opened, good or not.</summary>
    [Range(1, 1_000_000)]
    public int LinksPerMinute { get; set; } = 600;

    /// <summary>Links opened that are not ours.</summary>
    [Range(1, 1_000_000)]
    public int UnknownLinksPerMinute { get; set; } = 60;

    /// <summary>Sign-in forms sent.</summary>
    [Range(1, 1_000_000)]
    public int SignInsPerMinute { get; set; } = 60;
}
