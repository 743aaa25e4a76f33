using System.Security.Cryptography;
using System.Text.Json;

namespace LraGovernance.Pipeline;

/// <summary>A command that was carried out, with its result: what a second click or a lost reply is answered from.</summary>
public sealed class HandledCommand
{
    public Guid CommandId { get; init; }
    public required string Command { get; init; }
    public required string Fingerprint { get; init; }
    public required string ResultCase { get; init; }
    public required string Result { get; init; }
    public DateTimeOffset At { get; init; }

    internal static HandledCommand Of<TResult>(ICommand command, TResult result, DateTimeOffset at) => new()
    {
        CommandId = command.CommandId,
        Command = command.GetType().Name,
        Fingerprint = FingerprintOf(command),
        ResultCase = result!.GetType().Name,
        Result = JsonSerializer.Serialize(result, result.GetType()),
        At = at,
    };

    /// <exception cref="CommandIdReusedException">The same id came with other content.</exception>
    internal TResult Replay<TResult>(ICommand command)
    {
        if (Fingerprint != FingerprintOf(command))
        {
            throw new CommandIdReusedException(command);
        }

        var type = typeof(TResult).Name == ResultCase ? typeof(TResult) : typeof(TResult).GetNestedType(ResultCase)
            ?? throw new InvalidOperationException($"{typeof(TResult).Name} has no case {ResultCase}.");
        return (TResult)JsonSerializer.Deserialize(Result, type)!;
    }

    private static string FingerprintOf(ICommand command) =>
        Convert.ToHexStringLower(SHA256.HashData(JsonSerializer.SerializeToUtf8Bytes(command, command.GetType())));
}

public sealed class CommandIdReusedException(ICommand command)
    : Exception($"Command id {command.CommandId} of {command.GetType().Name} was used before with other content.");
