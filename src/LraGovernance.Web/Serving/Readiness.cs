namespace LraGovernance.Web.Serving;

/// <summary>Whether the site can be used, and meanwhile how far it has come.</summary>
internal sealed class Readiness
{
    public bool Ready { get; set; }

    /// <summary>A demonstration's clock is being moved on, which performs what is due by itself.</summary>
    public bool Travelling { get; set; }

    public string Progress { get; set; } = "Creating the database";

    /// <summary>Why it will not become ready.</summary>
    public Exception? Failure { get; set; }
}
