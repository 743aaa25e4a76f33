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

    internal static HandledCommand Of<TResult>(ICommand command, Actor actor, TResult result, DateTimeOffset at) => new()
    {
        CommandId = command.CommandId,
        Command = command.GetType().Name,
        Fingerprint = FingerprintOf(command, actor),
        ResultCase = result!.GetType().Name,
        Result = JsonSerializer.Serialize(result, result.GetType()),
        At = at,
    };

    /// <exception cref="CommandIdReusedException">The same id came with other content, or from somebody else.</exception>
    internal TResult Replay<TResult>(ICommand command, Actor actor)
    {
        if (Fingerprint != FingerprintOf(command, actor))
        {
            throw new CommandIdReusedException(command);
        }

        var type = typeof(TResult).Name == ResultCase ? typeof(TResult) : typeof(TResult).GetNestedType(ResultCase)
            ?? throw new InvalidOperationException($"{typeof(TResult).Name} has no case {ResultCase}.");
        return (TResult)JsonSerializer.Deserialize(Result, type)!;
    }

    private static string FingerprintOf(ICommand command, Actor actor) =>
        Convert.ToHexStringLower(SHA256.HashData([.. JsonSerializer.SerializeToUtf8Bytes(command, command.GetType()), .. (actor.PersonId ?? Guid.Empty).ToByteArray()]));
}

/// <summary>A form came without the id that makes a second click harmless.</summary>
public sealed class CommandIdMissingException(ICommand command) : Exception($"{command.GetType().Name} came without a command id.");

public sealed class CommandIdReusedException(ICommand command)
    : Exception($"Command id {command.CommandId} of {command.GetType().Name} was used before with other content.");
