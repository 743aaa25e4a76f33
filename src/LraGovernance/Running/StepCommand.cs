using System.Reflection;
using System.Text.Json.Nodes;
using LraGovernance.Pipeline;
using MediatR;

namespace LraGovernance.Running;

/// <summary>What a command learns of the step that sends it.</summary>
public sealed record StepOrigin(Guid CommandId, string Service, Guid InstanceId, string Process, string InstanceKey, string ActivityId, JsonObject Input)
{
    /// <summary>Whose dates the process keeps.</summary>
    public required string FinancialYear { get; init; }
}

/// <summary>
/// A command that a process may send by name. The name of its result's case is the step's outcome, so that a definition
/// can connect every way in which it can end.
/// </summary>
public interface IStepCommand<TSelf, out TResult> : ICommand<TResult>
    where TSelf : IStepCommand<TSelf, TResult>
{
    static abstract TSelf From(StepOrigin origin);
}

/// <summary>A result that the process goes on with: the output <c>result</c> of the step that sent the command.</summary>
public interface IStepResult
{
    JsonNode ForTheProcess();
}

/// <summary>The commands that definitions may name, with their outcomes.</summary>
public sealed class StepCommands
{
    private readonly Dictionary<string, Entry> _entries = [];

    public StepCommands(IEnumerable<Assembly> assemblies)
    {
        foreach (var type in assemblies.SelectMany(x => x.GetTypes()))
        {
            if (type.GetInterfaces().FirstOrDefault(x => x.IsGenericType && x.GetGenericTypeDefinition() == typeof(IStepCommand<,>)) is { } contract)
            {
                _entries.Add(type.Name, Entry.Of(type, contract.GetGenericArguments()[1]));
            }
        }
    }

    public IReadOnlyCollection<string> Names => _entries.Keys;

    public bool Knows(string name) => _entries.ContainsKey(name);

    /// <summary>The outcomes of a command: the names of its result's cases.</summary>
    public IReadOnlyList<string> OutcomesOf(string name) => _entries.TryGetValue(name, out var entry) ? entry.Outcomes : [];

    internal async Task<Reply> SendAsync(string name, StepOrigin origin, IMediator mediator, CancellationToken cancellationToken)
    {
        if (!_entries.TryGetValue(name, out var entry))
        {
            throw new InvalidOperationException($"There is no step command '{name}'.");
        }

        return await entry.Send(origin, mediator, cancellationToken);
    }

    private sealed record Entry(IReadOnlyList<string> Outcomes, Func<StepOrigin, IMediator, CancellationToken, Task<Reply>> Send)
    {
        internal static Entry Of(Type command, Type result)
        {
            var cases = result.GetNestedTypes().Where(result.IsAssignableFrom).Select(x => x.Name).Order(StringComparer.Ordinal).ToList();
            var send = typeof(Entry).GetMethod(nameof(SendTypedAsync), BindingFlags.NonPublic | BindingFlags.Static)!.MakeGenericMethod(command, result);
            return new(cases, send.CreateDelegate<Func<StepOrigin, IMediator, CancellationToken, Task<Reply>>>());
        }

        private static async Task<Reply> SendTypedAsync<TCommand, TResult>(StepOrigin origin, IMediator mediator, CancellationToken cancellationToken)
            where TCommand : IStepCommand<TCommand, TResult>
        {
            var result = await mediator.Send(TCommand.From(origin), cancellationToken);
            return new(result!.GetType().Name, (result as IStepResult)?.ForTheProcess());
        }
    }
}
