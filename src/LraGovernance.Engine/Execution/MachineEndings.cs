using LraGovernance.Engine.Activities;

namespace LraGovernance.Engine.Execution;

/// <summary>How containers, loops and the workflow end before their time, and what is withdrawn with them.</summary>
internal sealed partial class Machine
{
    private void EndContainer(Frame end)
    {
        if (end.Parent is not { Node.Activity: Container { EndsWithAnEnd: true } } container)
        {
            Leave(end, []);
            return;
        }
        Close(end, "");
        WithdrawInside(container, $"'{end.Node.DisplayText}' ended this part of the process");
        Apply(container, Step.Complete());
    }

    private void BreakOut(Frame end)
    {
        var loop = end.Parent;
        while (loop is not null && loop.Node.Activity is not Container { EndsWithABreak: true })
            loop = loop.Parent;
        if (loop is null)
        {
            EndContainer(end);
            return;
        }
        CloseUpTo(loop, end, "", $"'{end.Node.DisplayText}' ended the loop '{loop.Node.DisplayText}'");
        Apply(loop, Step.Complete());
    }

    private void FinishAll(Frame finish, string outcomes)
    {
        Waiting.Clear();
        CloseUpTo(null, finish, outcomes, $"'{finish.Node.DisplayText}' finished the process");
    }

    // Closes an activity and the containers around it, the last one excepted, and withdraws whatever else is in them.
    private void CloseUpTo(Frame? last, Frame first, string outcomes, string reason)
    {
        Close(first, outcomes);
        for (var container = first.Parent; container is not null; container = container.Parent)
        {
            WithdrawInside(container, reason);
            if (ReferenceEquals(container, last))
                return;
            Close(container, "");
        }
    }

    private void WithdrawInside(Frame container, string reason)
    {
        Waiting.Withdraw(item => ReferenceEquals(item.Owner, container));
        Withdraw([.. container.Children], reason);
    }

    private void Withdraw(IReadOnlyList<Frame> frames, string reason)
    {
        var bookmarks = new List<Bookmark>();
        foreach (var frame in frames)
            Withdraw(frame, bookmarks);
        if (bookmarks.Count > 0)
            effects.Add(new Effect.Cancel(bookmarks, reason));
    }

    private void Withdraw(Frame frame, List<Bookmark> bookmarks)
    {
        Waiting.Withdraw(item => ReferenceEquals(item.Owner, frame));
        foreach (var child in frame.Children.ToArray())
            Withdraw(child, bookmarks);
        if (frame.Bookmark is { } bookmark)
            bookmarks.Add(bookmark);
        frame.Bookmark = null;
        Journal.Add(frame.Node, JournalEvents.Cancelled);
        frame.Leave();
    }
}
