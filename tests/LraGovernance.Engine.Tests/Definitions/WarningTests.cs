using System.Text.Json.Nodes;
using LraGovernance.Engine.Definitions;
using LraGovernance.Engine.Tests.Support;
using Shouldly;
using Xunit;

namespace LraGovernance.Engine.Tests.Definitions;

public sealed class WarningTests
{
    [Fact]
    public void A_sound_definition_has_none()
    {
        var json = Json.Workflow(
            Json.Flow("start -> f; f:A -> a -> j; f:B -> w; w:Again -> w; w:Ok -> j; j -> d; d:True -> end; d:False -> last",
                Json.Start(), Json.Fork("f", "A", "B"), Json.Write("a"), Json.Ask("w", "Again", "Ok"), Json.Join("j", "WaitAll"),
                Json.Decision("d", Json.Variable("x")), Json.Of("Elsa.End", "end"), Ending(Json.Write("last"), "Done")),
            ("variables", new JsonArray(Json.VariableDefinition("x", "Boolean", "true"))));

        DefinitionWarnings.Of(Loading.Load(json)).ShouldBeEmpty();
    }

    [Fact]
    public void An_activity_that_no_start_reaches() =>
        Rules("start -> a; stray -> a", Json.Start(), Ending(Json.Write("a"), "Done"), Json.Write("stray")).ShouldBe([("stray", WarningRules.Unreachable)]);

    [Fact]
    public void What_a_flagged_trigger_reaches_is_reached() =>
        Rules("start -> a; cron -> a", Json.Start(), Ending(Json.Write("a"), "Done"),
            Json.Of("Elsa.Cron", "cron").With("cronExpression", "0 0 6 * * *").With("canStartWorkflow", true)).ShouldBeEmpty();

    [Fact]
    public void A_loose_outcome_unless_it_is_listed_as_an_end()
    {
        Rules("ask:Yes -> end", Json.Ask("ask", "Yes", "No"), Json.Of("Elsa.End", "end")).ShouldBe([("ask", WarningRules.LooseOutcome)]);
        Rules("ask:Yes -> end", Ending(Json.Ask("ask", "Yes", "No"), "No"), Json.Of("Elsa.End", "end")).ShouldBeEmpty();
        Rules("", Ending(Json.Ask("ask", "Yes"), "Yes", "No")).ShouldBe([("ask", WarningRules.PortNeverComes)]);
    }

    [Fact]
    public void A_port_that_never_comes() =>
        Rules("d:True -> end; d:False -> end; d -> end; end -> a", Json.Decision("d", true), Json.Of("Elsa.End", "end"), Ending(Json.Write("a"), "Done"))
            .ShouldBe([("d", WarningRules.PortNeverComes), ("end", WarningRules.PortNeverComes)]);

    [Fact]
    public void A_branch_that_is_not_in_the_fork() =>
        Rules("f:A -> a; f:B -> a", Json.Fork("f", "A"), Ending(Json.Write("a"), "Done")).ShouldBe([("f", WarningRules.BranchNotInFork)]);

    [Fact]
    public void A_loop_without_a_wait()
    {
        JsonObject[] Activities(JsonObject inside) => [Json.Write("a"), inside, Ending(Json.Decision("d", true), "False")];
        Rules("a -> b -> d; d:True -> a", Activities(Json.Write("b"))).ShouldBe([("d", WarningRules.LoopWithoutWait)]);
        Rules("a -> b -> d; d:True -> a", Activities(Json.Ask("b"))).ShouldBeEmpty();
        Rules("a -> b -> d; d:True -> a", Activities(Json.Flow("", Ending(Json.Ask("inner"), "Done")).Named("b"))).ShouldBeEmpty();
    }

    [Fact]
    public void A_loop_whose_wait_can_be_passed_by() =>
        Rules("a:True -> w -> d; a:False -> d; d:True -> a", Json.Decision("a", true), Json.Ask("w"), Ending(Json.Decision("d", true), "False"))
            .ShouldBe([("d", WarningRules.LoopWithoutWait)]);

    [Theory]
    [InlineData("start -> d; d:True -> a -> j; d:False -> b -> j; j -> end", true)]
    [InlineData("start -> d; start -> b -> j; d:True -> a -> j; d:False -> x; j -> end", true)]
    [InlineData("start -> d; start -> b -> j; d:True -> a -> j; d:False -> stop; j -> end", false)]
    [InlineData("start -> d; d:False -> x; d:True -> m; m -> a -> j; m -> b -> j; j -> end", false)]
    public void WaitAll_where_a_decision_can_miss_a_connection(string connections, bool warns)
    {
        var warnings = Rules(connections, Json.Start(), Json.Decision("d", true), Json.Write("a"), Json.Write("b"), Ending(Json.Write("x"), "Done"), Json.Write("m"),
            Json.Join("j", "WaitAll"), Json.Of("Elsa.End", "end"), Json.Of("Elsa.Finish", "stop"));

        warnings.Contains(("j", WarningRules.WaitAllCanMiss)).ShouldBe(warns);
    }

    [Fact]
    public void Rework_before_WaitAll_is_waited_for() =>
        Rules("f:A -> w; w:Again -> w; w:Ok -> j; f:B -> b -> j", Json.Fork("f", "A", "B"), Json.Ask("w", "Again", "Ok"), Json.Write("b"), Ending(Json.Join("j", "WaitAll"), "Done"))
            .ShouldBeEmpty();

    [Theory]
    [InlineData(null, true)]
    [InlineData("MemoryStorageDriver", true)]
    [InlineData("Elsewhere", true)]
    [InlineData("Elsa.Workflows.WorkflowInstanceStorageDriver, Elsa.Workflows.Core", false)]
    [InlineData("WorkflowStorageDriver", false)]
    public void A_variable_that_does_not_survive_a_wait(string? driver, bool warns)
    {
        var json = Json.Workflow(Json.Flow("", Ending(Json.Write("a"), "Done")), ("variables", new JsonArray(Json.VariableDefinition("x", "String", driver: driver))));

        DefinitionWarnings.Of(Loading.Load(json)).Any(warning => warning.Rule == WarningRules.VariableWithoutStorage).ShouldBe(warns);
    }

    [Fact]
    public void An_input_read_after_a_wait_without_storage()
    {
        JsonObject Reading(string id) => Json.Of("Elsa.WriteLine", id).With("text", Json.Input("title"));
        var json = Json.Workflow(
            Json.Flow("before -> w -> after", Reading("before"), Json.Ask("w"), Ending(Reading("after"), "Done")),
            ("inputs", new JsonArray(new JsonObject { ["name"] = "Title", ["type"] = "String" })));

        DefinitionWarnings.Of(Loading.Load(json)).Select(w => (w.ActivityId, w.Rule, w.Path)).ShouldBe([("after", WarningRules.InputReadAfterWait, "$.root.activities[2].text")]);
    }

    [Fact]
    public void Values_that_do_not_fit_and_inputs_that_do_not_exist()
    {
        var json = Json.Workflow(
            Json.Flow("s -> a", Json.SetVariable("s", "n", "many"), Ending(Json.Write("a"), "Done").With("txt", Json.Variable("n"))),
            ("variables", new JsonArray(Json.VariableDefinition("n", "Int32", "few"))));

        DefinitionWarnings.Of(Loading.Load(json)).Select(w => (w.Path, w.Rule)).ShouldBe(
        [
            ("$.variables[0]", WarningRules.DefaultDoesNotFit),
            ("$.root.activities[0]", WarningRules.ValueDoesNotFit),
            ("$.root.activities[1].txt", WarningRules.UnknownInput),
        ]);
    }

    [Fact]
    public void An_id_that_two_containers_have() =>
        Rules("a -> inner", Json.Write("a"), Ending(Json.Flow("", Ending(Json.Write("a"), "Done")).Named("inner"), "Done")).ShouldBe([("a", WarningRules.RepeatedId)]);

    private static JsonObject Ending(JsonObject activity, params string[] outcomes) =>
        activity.With("customProperties", new JsonObject { ["ends"] = Json.Texts(outcomes) });

    private static (string, string)[] Rules(string connections, params JsonObject[] activities) =>
        [.. DefinitionWarnings.Of(Loading.Load(Json.Workflow(Json.Flow(connections, activities)))).Select(warning => (warning.ActivityId, warning.Rule))];
}
