using System.Text.Json.Nodes;

namespace LraGovernance.Running;

/// <summary>What a step asks of the product.</summary>
/// <param name="Instance">The running process.</param>
/// <param name="ActivityId">The step.</param>
/// <param name="Key">Unique and stable within the instance: the bookmark's id, or the message's key.</param>
/// <param name="BookmarkId">What to resume when it is answered; null for a message that waits for nothing.</param>
/// <param name="Request">The step's inputs, evaluated.</param>
public sealed record Asked(WorkflowInstance Instance, string ActivityId, string Key, string? BookmarkId, JsonObject Request)
{
    /// <summary>Identity for everything random that this step makes.</summary>
    public string Identity => $"{Instance.Id}/{Key}";

    public string? Text(string input) => (string?)Request[input];

    public string RequiredText(string input) => Text(input)
        ?? throw new InvalidOperationException($"{Instance.DefinitionId}/{ActivityId}: the input '{input}' is missing.");

    public int? Number(string input) => (int?)Request[input];

    public IReadOnlyList<string> List(string input) => Request[input] is JsonArray list ? [.. list.Select(x => x!.ToString())] : [];

    public IReadOnlyList<int> Integers(string input) =>
        [.. List(input).Select(x => int.Parse(x, System.Globalization.CultureInfo.InvariantCulture))];
}

/// <summary>An answer that is there at once, and is fed back in the same commit.</summary>
public sealed record Reply(string Outcome, JsonNode? Payload = null);

/// <summary>Carries out what steps of one activity type ask; each feature registers its own, so that Running names none.</summary>
public interface IStepEffect
{
    string ActivityType { get; }

    Task<Reply?> CarryOutAsync(Asked asked, CancellationToken cancellationToken);

    /// <summary>The step was cancelled: what it asked closes everywhere, in the same commit, and those asked are told why.</summary>
    Task WithdrawAsync(WorkflowInstance instance, string bookmarkId, string reason, CancellationToken cancellationToken);
}
