using System.Text.Json.Nodes;
using LraGovernance.Engine.Definitions;
using LraGovernance.Engine.Tests.Support;
using Shouldly;
using Xunit;

namespace LraGovernance.Engine.Tests.Definitions;

public sealed class StorageWarningTests
{
    [Theory]
    [InlineData("Elsewhere", "the storage driver 'Elsewhere' is unknown: 'v' has its default again after a wait")]
    [InlineData("MemoryStorageDriver", "'v' has its default again after a wait")]
    [InlineData(null, "'v' has its default again after a wait")]
    public void A_driver_that_nobody_knows_is_named(string? driver, string reason) =>
        Reasons(Json.Start(), Json.VariableDefinition("v", "String", driver: driver)).ShouldHaveSingleItem().ShouldStartWith(reason);

    [Fact]
    public void Variables_of_a_container_count_too()
    {
        var box = Json.Sequence("box", Json.Write("a")).With("variables", new JsonArray(
            Json.VariableDefinition("v", "String", driver: null), Json.VariableDefinition("n", "Int32", "few")));

        DefinitionWarnings.Of(Loading.Load(Json.Workflow(box))).Select(x => (x.ActivityId, x.Rule)).ShouldBe(
            [("box", WarningRules.DefaultDoesNotFit), ("box", WarningRules.VariableWithoutStorage)]);
    }

    [Fact]
    public void In_a_sequence_an_input_is_lost_behind_the_first_wait_and_stays_lost() =>
        ReadTooLate(Json.Sequence("s", Reading("before"), Json.Ask("one"), Reading("between"), Json.Ask("two"), Reading("after"))).ShouldBe(["between", "after"]);

    [Fact]
    public void In_a_flowchart_it_is_lost_all_the_way_behind_the_wait_and_not_beside_it() =>
        ReadTooLate(Json.Flow("start -> w -> x -> after; start -> beside", Json.Start(), Json.Ask("w"), Json.Write("x"), Reading("after"), Reading("beside"))).ShouldBe(["after"]);

    [Fact]
    public void In_an_If_the_other_branch_does_not_wait() =>
        ReadTooLate(Json.Of("Elsa.If", "i").With("condition", true).With("then", Json.Ask("w")).With("else", Reading("beside"))).ShouldBeEmpty();

    [Fact]
    public void In_a_loop_whose_body_waits_the_next_pass_comes_too_late() =>
        ReadTooLate(Json.Of("Elsa.While", "l").With("condition", true).With("body", Json.Sequence("s", Reading("early"), Json.Ask("w")))).ShouldBe(["early"]);

    public static TheoryData<string, string, string> Waiting => new()
    {
        { "Elsa.Delay", "timeSpan", "00:00:05" }, { "Elsa.StartAt", "dateTime", "2030-01-01T00:00:00Z" }, { "Elsa.Timer", "interval", "00:01:00" },
        { "Elsa.Cron", "cronExpression", "0 0 6 * * ?" }, { "Elsa.Event", "eventName", "signed" }, { "Elsa.ExecuteWorkflow", "workflowDefinitionId", "child" },
        { "Elsa.DispatchWorkflow", "workflowDefinitionId", "child" },
    };

    [Theory]
    [MemberData(nameof(Waiting))]
    public void What_may_wait_makes_a_loop_sound_and_an_input_late(string type, string input, string value)
    {
        JsonObject Wait() => Json.Of(type, "w").With(input, value);
        ReadTooLate(Json.Sequence("s", Wait(), Reading("after"))).ShouldBe(["after"]);
        DefinitionWarnings.Of(Loading.Load(Json.Workflow(Json.Of("Elsa.While", "l").With("condition", true).With("body", Wait()))))
            .ShouldNotContain(x => x.Rule == WarningRules.LoopWithoutWait);
    }

    private static IEnumerable<string> ReadTooLate(JsonObject root)
    {
        var json = Json.Workflow(root, ("inputs", new JsonArray(new JsonObject { ["name"] = "title", ["type"] = "String" })));
        return DefinitionWarnings.Of(Loading.Load(json)).Where(x => x.Rule == WarningRules.InputReadAfterWait).Select(x => x.ActivityId);
    }

    private static IEnumerable<string> Reasons(JsonObject root, params JsonObject[] variables) =>
        DefinitionWarnings.Of(Loading.Load(Json.Workflow(root, ("variables", new JsonArray([.. variables]))))).Select(x => x.Reason);

    private static JsonObject Reading(string id) => Json.Of("Elsa.WriteLine", id).With("text", Json.Input("title"));
}
