using System.Text.Json.Nodes;
using LraGovernance.Engine.Definitions;
using LraGovernance.Engine.Execution;
using LraGovernance.Engine.Hosting;
using LraGovernance.Engine.Tests.Support;
using Shouldly;
using Xunit;

namespace LraGovernance.Engine.Tests.Hosting;

public sealed class InMemoryHostTests
{
    private readonly List<string> lines = [];

    [Fact]
    public void Of_a_child_in_several_versions_the_newest_is_started()
    {
        var host = Host(Child(1, Json.Write("old")), Child(3, Json.Write("new")), Child(2, Json.Write("middle")));
        host.Start(Parent(Json.Of("Elsa.ExecuteWorkflow", "call").With("workflowDefinitionId", "child")), Begin());

        lines.ShouldBe(["new"]);
    }

    [Fact]
    public void Timers_of_one_moment_ring_in_the_order_of_asking()
    {
        JsonObject Wait(string id) => Json.Of("Elsa.Delay", id).With("timeSpan", "00:01:00");
        var host = Host();
        host.Start(Parent(Json.Flow("f:A -> a -> x; f:B -> b -> y; f:C -> c -> z",
            Json.Fork("f", "A", "B", "C"), Wait("a"), Wait("b"), Wait("c"), Json.Write("x"), Json.Write("y"), Json.Write("z"))), Begin());
        while (host.Advance())
        {
        }

        lines.ShouldBe(["x", "y", "z"]);
        host.Now.ShouldBe(Instance.Noon.AddMinutes(1));
    }

    [Fact]
    public void Cron_and_delay_share_one_order()
    {
        var host = Host();
        host.Start(Parent(Json.Flow("f:A -> a -> x; f:B -> b -> y",
            Json.Fork("f", "A", "B"), Json.Of("Elsa.Cron", "a").With("cronExpression", "0 * * * * ?"), Json.Of("Elsa.Delay", "b").With("timeSpan", "00:01:00"),
            Json.Write("x"), Json.Write("y"))), Begin());
        while (host.Advance())
        {
        }

        lines.ShouldBe(["x", "y"]);
    }

    [Fact]
    public void Without_a_timer_there_is_nothing_to_move_on_to()
    {
        var host = Host();
        host.Start(Parent(Json.Ask("ask")), Begin());

        host.Advance().ShouldBeFalse();
        host.Now.ShouldBe(Instance.Noon);
    }

    [Fact]
    public void What_happened_is_told_by_the_instance()
    {
        var instance = Host().Start(Parent(Json.Write("a")), Begin());

        instance.Journal.Select(x => x.Event).ShouldBe([JournalEvents.Started, JournalEvents.Completed]);
        instance.Effects.ShouldHaveSingleItem().ShouldBeOfType<Effect.WriteLine>().Text.ShouldBe("a");
    }

    [Theory]
    [InlineData(true, "Finished")]
    [InlineData(false, "Running")]
    public void A_child_called_without_waiting_says_how_it_stands(bool isOver, string status)
    {
        var host = Host(Child(1, isOver ? Json.Write("c") : Json.Ask("c")));
        var call = Json.Of("Elsa.ExecuteWorkflow", "call").With("workflowDefinitionId", "child").With("waitForCompletion", false)
            .With("result", JsonNode.Parse("""{"typeName": "Object", "memoryReference": {"id": "r"}}"""));
        var instance = host.Start(Loading.Load(Json.Workflow(Json.Sequence("s", call, Json.Ask("hold")), ("variables", new JsonArray(Json.VariableDefinition("r", "Object"))))), Begin());

        instance.State!.Variables["r"]!["status"]!.GetValue<string>().ShouldBe(status);
    }

    [Fact]
    public void A_dispatched_child_that_nobody_waits_for_tells_nobody()
    {
        var host = Host(Child(1, Json.Ask("c")));
        var parent = host.Start(Parent(Json.Sequence("s", Json.Of("Elsa.DispatchWorkflow", "call").With("workflowDefinitionId", "child"), Json.Ask("hold"))), Begin());
        var child = host.Instances[1];
        child.Waiter.ShouldBeNull();
        host.Send(child, new Stimulus.Resume(child.State!.Bookmarks[0].Id, null, null)).ShouldBeNull();

        child.IsOver.ShouldBeTrue();
        parent.State!.Bookmarks.ShouldHaveSingleItem().ActivityId.ShouldBe("hold");
    }

    [Fact]
    public void Workflows_that_set_each_other_off_without_end_are_stopped()
    {
        var echo = Loading.Load(Json.Workflow(Json.Flow("hear -> say", Json.Of("Elsa.Event", "hear").With("eventName", "again").With("canStartWorkflow", true),
            Json.Of("Elsa.PublishEvent", "say").With("eventName", "again"))));

        Should.Throw<EndlessWorkException>(() => Host(echo).Publish("again")).Message.ShouldBe("more than 10000 events and children without a wait; the last is 'again'");
    }

    [Fact]
    public void A_local_event_stays_with_the_instance_that_publishes_it()
    {
        var listener = Loading.Load(Json.Workflow(Json.Sequence("s", Json.Of("Elsa.Event", "hear").With("eventName", "tell"), Json.Write("heard"))));
        var host = Host();
        host.Start(listener, Begin());
        host.Start(Parent(Json.Of("Elsa.PublishEvent", "say").With("eventName", "tell").With("isLocalEvent", true)), Begin());

        lines.ShouldBeEmpty();
        host.Publish("tell").ShouldBe(1);
        lines.ShouldBe(["heard"]);
    }

    private InMemoryHost Host(params WorkflowDefinition[] published) => new(published, Instance.Noon, (_, after) => after.AddMinutes(1)) { Write = lines.Add };

    private static WorkflowDefinition Child(int version, JsonObject root) => Loading.Load(Json.Workflow(root, ("definitionId", "child"), ("version", version)));

    private static WorkflowDefinition Parent(JsonObject root) => Loading.Load(Json.Workflow(root));

    private static Stimulus.Start Begin() => new(new Dictionary<string, JsonNode?>(), null);
}
