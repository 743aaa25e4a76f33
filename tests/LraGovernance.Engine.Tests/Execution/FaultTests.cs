using System.Text.Json.Nodes;
using LraGovernance.Engine.Execution;
using LraGovernance.Engine.Tests.Support;
using Shouldly;
using Xunit;

namespace LraGovernance.Engine.Tests.Execution;

public sealed class FaultTests
{
    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void A_join_that_faults_stays_behind_for_good_where_the_definition_goes_on(bool savesBetween)
    {
        var instance = new Instance(Loading.Load(Json.Workflow(
            Json.Flow("s -> a; s -> e; a -> j; a -> k; e -> z",
                Json.Start("s"), Json.Write("a"), Json.Ask("e"), Json.Join("j", "").With("mode", Json.Variable("mode")), Json.Write("k"), Json.Write("z")),
            ("variables", new JsonArray(Json.VariableDefinition("mode", "String", "bogus"))),
            ("options", new JsonObject { ["incidentStrategyType"] = "ContinueWithIncidentsStrategy" }))), savesBetween);
        instance.Start();
        instance.Answer("e");

        instance.Lines.ShouldBe(["a", "z"]);
        instance.Status.ShouldBe(WorkflowStatus.Suspended);
        instance.State!.Incidents.ShouldHaveSingleItem().ActivityId.ShouldBe("j");
    }

    [Fact]
    public void A_limit_stops_an_instance_that_goes_on_after_faults()
    {
        var instance = new Instance(Loading.Load(Json.Workflow(
            Json.Flow("s -> a; a -> a", Json.Start("s"), Json.Of("Elsa.Start", "a")),
            ("options", new JsonObject { ["incidentStrategyType"] = "ContinueWithIncidentsStrategy" }))));
        instance.Start();

        instance.Status.ShouldBe(WorkflowStatus.Faulted);
    }

    [Fact]
    public void An_exception_becomes_an_incident_and_stops_the_burst()
    {
        var instance = new Instance(Loading.Load(Json.Workflow(Json.Flow("start -> a -> t; start -> b -> late",
            Json.Start(), Json.Write("a"), Json.Of("Test.Throw", "t"), Json.Write("b"), Json.Write("late")))));

        instance.Start();

        instance.Status.ShouldBe(WorkflowStatus.Faulted);
        instance.Lines.ShouldBe(["a", "b"]);
        instance.State!.Incidents.ShouldHaveSingleItem().ShouldBe(
            new Incident("t", "Test.Throw", "$.root.activities[2]", "the activity broke", "System.InvalidOperationException", Instance.Noon));
        instance.Journal[^1].ShouldBe(new JournalEntry(instance.Journal.Count, "t", "Test.Throw", JournalEvents.Faulted, "the activity broke", Instance.Noon));
    }

    [Fact]
    public void The_same_stimulus_can_be_retried_from_the_state_before()
    {
        JsonObject Flow(JsonObject second) => Json.Flow("w -> s -> done", Json.Ask("w"), second.Named("s"), Json.Write("done"));
        var broken = Loading.Load(Json.Workflow(Flow(Json.Of("Test.Throw", "s"))));
        var mended = Loading.Load(Json.Workflow(Flow(Json.Write("s"))));
        var before = Runner.Run(broken, null, new Stimulus.Start(new Dictionary<string, JsonNode?>(), null), Instance.Noon).State;
        var saved = before.ToJson();

        var first = Runner.Run(broken, before, new Stimulus.Resume("b1", null, null), Instance.Noon);
        var second = Runner.Run(mended, before, new Stimulus.Resume("b1", null, null), Instance.Noon);

        first.State.Status.ShouldBe(WorkflowStatus.Faulted);
        before.ToJson().ShouldBe(saved);
        second.State.Status.ShouldBe(WorkflowStatus.Finished);
        second.Effects.OfType<Effect.WriteLine>().Select(line => line.Text).ShouldBe(["s", "done"]);
    }

    [Fact]
    public void A_faulted_instance_is_not_resumed()
    {
        var instance = new Instance(Loading.Load(Json.Workflow(Json.Flow("start -> w; start -> t", Json.Start(), Json.Ask("w"), Json.Of("Test.Throw", "t")))));
        instance.Start();

        instance.Answer("w").Miss.ShouldBe(new ResumeMiss("b1", MissReason.InstanceNotWaiting, WorkflowStatus.Faulted));
    }

    [Fact]
    public void Leaving_by_an_outcome_that_is_not_there_is_a_fault_not_an_end()
    {
        var stray = new Instance(Loading.Load(Json.Workflow(Json.Flow("", Json.Of("Test.Stray", "s")))));
        stray.Start();
        stray.State!.Incidents.ShouldHaveSingleItem().Message.ShouldContain("left by 'Nowhere'");

        var asked = new Instance(Loading.Load(Json.Workflow(Json.Flow("", Json.Ask("a", "Yes", "No")))));
        asked.Start();
        asked.Answer("a", "Perhaps");
        asked.State!.Incidents.ShouldHaveSingleItem().Message.ShouldBe("left by 'Perhaps', which is not among its outcomes: Yes, No");
    }

    [Fact]
    public void A_value_that_does_not_convert_is_a_fault_of_the_activity_that_reads_it()
    {
        var instance = new Instance(Loading.Load(Json.Workflow(
            Json.Flow("", Json.Decision("d", Json.Variable("x"))), ("variables", new JsonArray(Json.VariableDefinition("x", "String", "perhaps"))))));

        instance.Start();

        var incident = instance.State!.Incidents.ShouldHaveSingleItem();
        (incident.ActivityId, incident.Message, incident.Exception).ShouldBe(("d", "the input 'condition': \"perhaps\" is not a Boolean", null));
    }

    [Fact]
    public void A_join_mode_known_only_at_run_time_is_booked_on_the_join()
    {
        WorkflowStatus Run(string mode, out WorkflowState state)
        {
            var join = Json.Of("Elsa.FlowJoin", "j").With("mode", Json.Variable("mode"));
            var instance = new Instance(Loading.Load(Json.Workflow(
                Json.Flow("start -> a -> j; start -> b -> j", Json.Start(), Json.Write("a"), Json.Write("b"), join), ("variables", new JsonArray(Json.VariableDefinition("mode", "String", mode))))));
            instance.Start();
            state = instance.State!;
            return instance.Status;
        }

        Run("waitall", out _).ShouldBe(WorkflowStatus.Finished);
        Run("WaitSome", out var faulted).ShouldBe(WorkflowStatus.Faulted);
        faulted.Incidents.ShouldHaveSingleItem().ActivityId.ShouldBe("j");
    }

    [Theory]
    [InlineData(1000, WorkflowStatus.Finished)]
    [InlineData(1001, WorkflowStatus.Faulted)]
    public void A_loop_without_a_wait_goes_round_a_thousand_times(int rounds, WorkflowStatus expected)
    {
        var instance = new Instance(Loading.Load(Json.Workflow(Json.Flow("w -> c; c:Again -> w; c:Ok -> end",
            Json.Write("w"), Json.Of("Test.Count", "c").With("to", rounds), Json.Of("Elsa.End", "end")))));

        instance.Start();

        instance.Status.ShouldBe(expected);
        if (expected == WorkflowStatus.Faulted)
            instance.State!.Incidents.ShouldHaveSingleItem().Message.ShouldBe("more than 1000 rounds of a loop without a wait, back to 'w'");
    }

    [Fact]
    public void A_burst_runs_ten_thousand_activities_at_most()
    {
        WorkflowStatus Run(int length)
        {
            var names = Enumerable.Range(0, length).Select(i => $"w{i}").ToArray();
            var instance = new Instance(Loading.Load(Json.Workflow(Json.Flow(string.Join(" -> ", names), [.. names.Select(Json.Write)]))), savesBetween: false);
            instance.Start();
            return instance.Status;
        }

        // The flowchart itself is one of them.
        Run(9_999).ShouldBe(WorkflowStatus.Finished);
        Run(10_000).ShouldBe(WorkflowStatus.Faulted);
    }

    [Fact]
    public void A_limit_ends_also_what_goes_on_after_faults()
    {
        WorkflowStatus Run(System.Text.Json.Nodes.JsonObject root)
        {
            var options = new System.Text.Json.Nodes.JsonObject { ["incidentStrategyType"] = "ContinueWithIncidentsStrategy" };
            var instance = new Instance(Loading.Load(Json.Workflow(root, ("options", options))), savesBetween: false);
            instance.Start();
            return instance.Status;
        }

        Run(Json.Of("Elsa.While", "w").With("condition", true).With("body", Json.Write("x"))).ShouldBe(WorkflowStatus.Faulted);
        var passes = new System.Text.Json.Nodes.JsonArray([.. Enumerable.Range(0, 10_000).Select(i => (System.Text.Json.Nodes.JsonNode)i)]);
        Run(Json.Of("Elsa.ForEach", "each").With("items", passes).With("body", Json.Write("x"))).ShouldBe(WorkflowStatus.Faulted, "more than ten thousand activities in one burst");
    }

    [Fact]
    public void Nothing_is_no_definition_and_only_what_completes_has_outputs()
    {
        Should.Throw<ArgumentNullException>(() => Runner.Run(null!, null, new Stimulus.Continue(), Instance.Noon)).ParamName.ShouldBe("definition");
        Should.Throw<ArgumentNullException>(() => Step.Complete(null!)).ParamName.ShouldBe("outcomes");
        Should.Throw<InvalidOperationException>(() => Step.Fault("x").With("result", 1));
    }
}
