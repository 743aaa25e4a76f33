namespace LraGovernance.Web.Serving;

/// <summary>Whether the site can be used, and meanwhile how far it has come.</summary>
internal sealed class Readiness
{
    public bool Ready { get; set; }

    public string Progress { get; set; } = "Creating the database";

    /// <summary>Why it will not become ready; the process stops with it.</summary>
    public Exception? Failure { get; set; }
}
