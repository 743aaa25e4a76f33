using System.Text.Json.Nodes;
using LraGovernance.Engine.Execution;
using LraGovernance.Engine.Tests.Support;
using Shouldly;
using Xunit;

namespace LraGovernance.Engine.Tests.Execution;

public sealed class StateTests
{
    private static readonly string Suspended = Suspend().State!.ToJson();

    [Fact]
    public void A_saved_state_is_read_back_the_same() => WorkflowState.FromJson(Suspended).ToJson().ShouldBe(Suspended);

    [Fact]
    public void The_shape_of_a_saved_state_is_pinned() => Suspended.ShouldBe(
        """{"format":1,"definition":"test","version":1,"status":"Suspended","lastJournal":9,"lastFrame":5,"lastBookmark":2,"variables":{"x":"é"},"frames":[{"id":1,"node":"flow","own":{"flow":{"start":"start","counts":{"start":[0,9,9,9],"a":[1,9],"b":[1,0],"c":[1]}}}},{"id":4,"node":"b","parent":1,"bookmark":{"id":"b1","activityId":"b","name":"Test.Ask","request":{"question":"b"}}},{"id":5,"node":"c","parent":1,"bookmark":{"id":"b2","activityId":"c","name":"Test.Ask","request":{"question":"c"}}}]}""");

    [Fact]
    public void A_state_does_not_grow_with_what_is_done()
    {
        var instance = new Instance(Loading.Load(Json.Workflow(Json.Flow("w -> a -> w", Json.Write("w"), Json.Ask("a")))));
        instance.Start();
        for (var round = 0; round < 9; round++)
            instance.Answer("a");
        var early = instance.State!.ToJson().Length;
        for (var round = 0; round < 500; round++)
            instance.Answer("a");

        instance.State!.ToJson().Length.ShouldBeLessThan(early + 40);
        instance.State.JournalLength.ShouldBe(instance.Journal.Count);
        instance.Journal.Select(entry => entry.Sequence).ShouldBe(Enumerable.Range(1, instance.Journal.Count));
    }

    [Theory]
    [InlineData("", "cannot be read")]
    [InlineData("null", "no format number")]
    [InlineData("{}", "no format number")]
    [InlineData("{\"format\":2}", "its format is 2, this engine knows 1")]
    [InlineData("{\"format\":1}", "required")]
    [InlineData("{\"format\":1,\"definition\":\"d\",\"version\":1,\"status\":\"Asleep\"}", "status")]
    [InlineData("{\"format\":1,\"definition\":\"d\",\"version\":1,\"status\":\"Finished\",\"surprise\":1}", "surprise")]
    [InlineData("{\"format\":1,\"definition\":\"d\",\"version\":1,\"status\":\"Suspended\",\"frames\":[{\"id\":1,\"node\":\"n\",\"bookmark\":{\"id\":\"x\",\"activityId\":\"n\",\"name\":\"n\"}}]}", "'x' is no bookmark id")]
    public void A_state_that_is_not_understood_is_refused(string json, string reason) =>
        Should.Throw<UnreadableStateException>(() => WorkflowState.FromJson(json)).Message.ShouldContain(reason);

    [Theory]
    [InlineData("\"node\":\"b\"", "\"node\":\"gone\"", "no activity 'gone'")]
    [InlineData("\"b\":[1,0]", "\"gone\":[1,0]", "no activity 'gone'")]
    [InlineData("\"b\":[1,0]", "\"b\":[1,0,0]", "'b' has 1 connections")]
    [InlineData("\"parent\":1", "\"parent\":9", "number 9")]
    public void A_state_that_does_not_fit_the_definition_is_refused(string part, string damage, string reason) =>
        Should.Throw<UnreadableStateException>(() => Runner.Run(Definition(), WorkflowState.FromJson(Suspended.Replace(part, damage, StringComparison.Ordinal)), new Stimulus.Resume("b2", null, null), Instance.Noon))
            .Message.ShouldContain(reason);

    [Fact]
    public void The_state_passed_in_stays_as_it_was()
    {
        var state = WorkflowState.FromJson(Suspended);

        var once = Runner.Run(Definition(), state, new Stimulus.Resume("b1", null, null), Instance.Noon);
        var twice = Runner.Run(Definition(), state, new Stimulus.Resume("b1", null, null), Instance.Noon);

        state.ToJson().ShouldBe(Suspended);
        twice.State.ToJson().ShouldBe(once.State.ToJson());
        twice.Journal.ShouldBe(once.Journal);
    }

    [Theory]
    [InlineData("b1", MissReason.AlreadyGone)]
    [InlineData("b3", MissReason.NeverThere)]
    [InlineData("b0", MissReason.NeverThere)]
    [InlineData("c", MissReason.NeverThere)]
    public void Resuming_what_is_not_there_is_a_named_miss(string bookmark, MissReason reason)
    {
        var instance = Suspend();
        instance.Answer("b");
        var before = instance.State!;

        var burst = Runner.Run(Definition(), before, new Stimulus.Resume(bookmark, null, null), Instance.Noon);

        burst.Miss.ShouldBe(new ResumeMiss(bookmark, reason, WorkflowStatus.Suspended));
        burst.State.ShouldBeSameAs(before);
        burst.Effects.ShouldBeEmpty();
        burst.Journal.ShouldBeEmpty();
    }

    [Fact]
    public void What_does_not_go_together_is_the_callers_mistake()
    {
        var start = new Stimulus.Start(new Dictionary<string, JsonNode?>(), null);
        var state = WorkflowState.FromJson(Suspended);
        var other = Loading.Load(Json.Workflow(Json.Flow("")).Replace("\"version\":1", "\"version\":2", StringComparison.Ordinal));

        Should.Throw<ArgumentException>(() => Runner.Run(Definition(), state, start, Instance.Noon));
        Should.Throw<ArgumentException>(() => Runner.Run(Definition(), null, new Stimulus.Cancel("x"), Instance.Noon));
        Should.Throw<ArgumentException>(() => Runner.Run(other, state, new Stimulus.Cancel("x"), Instance.Noon)).Message.ShouldContain("version 1");
        Should.Throw<ArgumentException>(() => Runner.Run(Definition(), null, start with { TriggerActivityId = "gone" }, Instance.Noon)).Message.ShouldContain("'gone'");
    }

    [Fact]
    public void What_the_host_does_with_its_inputs_afterwards_changes_nothing()
    {
        var definition = Loading.Load(Json.Workflow(
            Json.Flow("a -> w", Json.Ask("a"), Json.Of("Elsa.WriteLine", "w").With("text", Json.Input("plan"))),
            ("inputs", new JsonArray(new JsonObject { ["name"] = "plan", ["storageDriverType"] = "WorkflowInstanceStorageDriver" }))));
        var instance = new Instance(definition, savesBetween: false);
        var plan = new JsonObject { ["aim"] = "old" };
        instance.Start(inputs: new Dictionary<string, JsonNode?> { ["plan"] = plan });
        plan["aim"] = "new";
        instance.Answer("a");

        instance.Lines.ShouldBe(["""{"aim":"old"}"""]);
    }

    [Fact]
    public void A_faulted_state_keeps_what_was_queued()
    {
        var instance = new Instance(Loading.Load(Json.Workflow(Json.Flow("start -> t; start -> later", Json.Start(), Json.Of("Test.Throw", "t"), Json.Write("later")))));

        instance.Start();

        instance.State!.ToJson().ShouldContain("\"queue\":[{\"owner\":1,\"node\":\"later\"}]");
    }

    [Fact]
    public void Containers_may_repeat_ids_of_each_other()
    {
        var inner = Json.Flow("ask -> say", Json.Ask("ask"), Json.Write("say")).Named("inner");
        var instance = new Instance(Loading.Load(Json.Workflow(Json.Flow("say -> inner", Json.Write("say"), inner))));
        instance.Start();
        instance.Answer("ask");

        instance.Lines.ShouldBe(["say", "say"]);
        instance.Status.ShouldBe(WorkflowStatus.Finished);
    }

    private static LraGovernance.Engine.Definitions.WorkflowDefinition Definition() => Loading.Load(Json.Workflow(
        Json.Flow("start -> a -> end; start -> b -> end; start -> c", Json.Start(), Json.SetVariable("a", "x", "é"), Json.Ask("b"), Json.Ask("c"), Json.Write("end")),
        ("variables", new JsonArray(Json.VariableDefinition("x", "String")))));

    private static Instance Suspend()
    {
        var instance = new Instance(Definition());
        instance.Start();
        return instance;
    }
}
