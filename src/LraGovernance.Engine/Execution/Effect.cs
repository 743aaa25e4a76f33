using System.Text.Json.Nodes;

namespace LraGovernance.Engine.Execution;

/// <summary>Something for the host to do, in the same transaction as it keeps the new state. The runner itself touches nothing.</summary>
public abstract record Effect
{
    private Effect() { }

    /// <summary>Write one line.</summary>
    public sealed record WriteLine(string ActivityId, string Text) : Effect;

    /// <summary>Ask for what the request says; the answer resumes the bookmark.</summary>
    public sealed record Ask(Bookmark Bookmark, JsonObject Request) : Effect;

    /// <summary>Tell someone something; the instance does not wait.</summary>
    /// <param name="ActivityType">The type of the telling activity.</param>
    /// <param name="ActivityId">The telling activity.</param>
    /// <param name="Key">Unique in the instance, and the same when the burst is run again from the same state.</param>
    /// <param name="Message">The message; not to be changed.</param>
    public sealed record Tell(string ActivityType, string ActivityId, string Key, JsonObject Message) : Effect;

    /// <summary>Resume the bookmark when it is due.</summary>
    public sealed record SetTimer(Bookmark Bookmark, DateTimeOffset DueAt) : Effect;

    /// <summary>Withdraw what was asked for at these bookmarks: a join went on without it, its container ended, or the instance was called off.</summary>
    public sealed record Cancel(IReadOnlyList<Bookmark> Bookmarks, string Reason) : Effect;
}
