using MediatR;

namespace LraGovernance.Pipeline;

/// <summary>What every command says about itself.</summary>
public interface ICommand
{
    /// <summary>Made with the form or the agenda item: a second arrival of the same id gets the first one's result.</summary>
    Guid CommandId { get; }

    /// <summary>The commissioned service whose record this goes to, or <see cref="Council"/>.</summary>
    string Service { get; }

    /// <summary>The chain for what belongs to no single service: people signing in, administrators.</summary>
    const string Council = "council";
}

/// <summary>A change. <typeparamref name="TResult"/> is a closed set of records, one per way it can end.</summary>
public interface ICommand<out TResult> : ICommand, IRequest<TResult>;

/// <summary>A question; it changes nothing and opens no transaction.</summary>
public interface IQuery<out TResult> : IRequest<TResult>;

/// <summary>
/// A command that is answered afresh each time, never from what it said before: its result lets somebody in and must not do so
/// twice, or what it changes tells by itself that it has been done.
/// </summary>
[AttributeUsage(AttributeTargets.Class)]
public sealed class NeverReplayedAttribute : Attribute;

/// <summary>Why a command may change something without an entry in the record, such as a mail's transport state.</summary>
[AttributeUsage(AttributeTargets.Class)]
public sealed class UnrecordedAttribute(string why) : Attribute
{
    public string Why => why;
}
