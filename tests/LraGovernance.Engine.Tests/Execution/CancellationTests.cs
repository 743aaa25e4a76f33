using LraGovernance.Engine.Execution;
using LraGovernance.Engine.Tests.Support;
using Shouldly;
using Xunit;

namespace LraGovernance.Engine.Tests.Execution;

public sealed class CancellationTests
{
    [Fact]
    public void The_losers_of_WaitAny_are_withdrawn_in_one_effect_that_says_why()
    {
        var inner = Json.Flow("s -> c; s -> d", Json.Start("s"), Json.Ask("c"), Json.Ask("d")).Named("inner");
        var instance = new Instance(Loading.Load(Json.Workflow(Json.Flow("f:A -> a -> j; f:B -> b -> j; f:C -> inner -> j",
            Json.Fork("f", "A", "B", "C"), Json.Ask("a"), Json.Ask("b"), inner, Json.Join("j", "WaitAny")))));
        instance.Start();

        var burst = instance.Answer("a");

        var cancel = burst.Effects.ShouldHaveSingleItem().ShouldBeOfType<Effect.Cancel>();
        cancel.Bookmarks.Select(bookmark => bookmark.ActivityId).ShouldBe(["b", "c", "d"]);
        cancel.Reason.ShouldBe("'j' went on with another branch");
        burst.Journal.Where(entry => entry.Event == JournalEvents.Cancelled).Select(entry => entry.ActivityId).ShouldBe(["b", "c", "d", "inner"]);
        instance.Status.ShouldBe(WorkflowStatus.Finished);
        instance.State!.Bookmarks.ShouldBeEmpty();
    }

    [Theory]
    [InlineData("Elsa.End", "'stop' ended this part of the process")]
    [InlineData("Elsa.Finish", "'stop' finished the process")]
    public void End_and_Finish_withdraw_what_waits(string type, string reason)
    {
        var instance = new Instance(Loading.Load(Json.Workflow(Json.Flow("start -> a; start -> b -> stop", Json.Start(), Json.Ask("a"), Json.Ask("b"), Json.Of(type, "stop")))));
        instance.Start();

        var cancel = instance.Answer("b").Effects.ShouldHaveSingleItem().ShouldBeOfType<Effect.Cancel>();

        cancel.Bookmarks.ShouldHaveSingleItem().ActivityId.ShouldBe("a");
        cancel.Reason.ShouldBe(reason);
        instance.Status.ShouldBe(WorkflowStatus.Finished);
        instance.State!.ActiveActivityIds.ShouldBeEmpty();
    }

    [Fact]
    public void A_cancelled_instance_withdraws_everything_and_takes_no_more()
    {
        var inner = Json.Flow("", Json.Ask("b")).Named("inner");
        var instance = new Instance(Loading.Load(Json.Workflow(Json.Flow("start -> a; start -> inner", Json.Start(), Json.Ask("a"), inner))));
        instance.Start();

        var burst = instance.Cancel("withdrawn by the service");

        var cancel = burst.Effects.ShouldHaveSingleItem().ShouldBeOfType<Effect.Cancel>();
        cancel.Bookmarks.Select(bookmark => bookmark.Id).ShouldBe(["b1", "b2"]);
        cancel.Reason.ShouldBe("withdrawn by the service");
        instance.Status.ShouldBe(WorkflowStatus.Cancelled);
        instance.Run(new Stimulus.Resume("b1", null, null)).Miss.ShouldBe(new ResumeMiss("b1", MissReason.InstanceNotWaiting, WorkflowStatus.Cancelled));
        instance.Cancel("again").Miss.ShouldBe(new ResumeMiss(null, MissReason.InstanceNotWaiting, WorkflowStatus.Cancelled));
    }

    [Fact]
    public void A_faulted_instance_can_be_given_up()
    {
        var instance = new Instance(Loading.Load(Json.Workflow(Json.Flow("start -> a; start -> b; start -> t; start -> c",
            Json.Start(), Json.Ask("a"), Json.Ask("b"), Json.Of("Test.Throw", "t"), Json.Ask("c")))));
        instance.Start();
        instance.Status.ShouldBe(WorkflowStatus.Faulted);

        var cancel = instance.Cancel("given up").Effects.ShouldHaveSingleItem().ShouldBeOfType<Effect.Cancel>();

        cancel.Bookmarks.Select(bookmark => bookmark.ActivityId).ShouldBe(["a", "b"]);
        instance.Status.ShouldBe(WorkflowStatus.Cancelled);
        instance.State!.Incidents.ShouldHaveSingleItem();
    }
}
