using System.Text.Json.Nodes;
using LraGovernance.Engine.Definitions;
using LraGovernance.Engine.Tests.Support;
using Shouldly;
using Xunit;

namespace LraGovernance.Engine.Tests.Definitions;

public sealed class ContainerWarningTests
{
    [Fact]
    public void A_While_in_which_nothing_waits()
    {
        Rules(Loop("Elsa.While", Json.Write("a")).With("condition", true)).ShouldBe([("loop", WarningRules.LoopWithoutWait)]);
        Rules(Loop("Elsa.While", Json.Sequence("s", Json.Write("a"), Json.Ask("w"))).With("condition", true)).ShouldBeEmpty();
        Rules(Loop("Elsa.ForEach", Json.Write("a")).With("items", new JsonArray(1, 2))).ShouldBeEmpty();
    }

    [Fact]
    public void A_Break_without_a_loop_around_it()
    {
        Rules(Json.Sequence("s", Json.Of("Elsa.Break", "b"))).ShouldBe([("b", WarningRules.BreakOutsideLoop)]);
        Rules(Loop("Elsa.ParallelForEach", Json.Of("Elsa.Break", "b")).With("items", new JsonArray(1))).ShouldBe([("b", WarningRules.BreakOutsideLoop)]);
        Rules(Loop("Elsa.ForEach", Json.Sequence("s", Json.Of("Elsa.Break", "b"))).With("items", new JsonArray(1))).ShouldBeEmpty();
    }

    [Fact]
    public void An_input_read_behind_a_wait_in_a_sequence() =>
        Rules(Json.Sequence("s", Reading("before"), Json.Ask("w"), Reading("after"))).ShouldBe([("after", WarningRules.InputReadAfterWait)]);

    [Fact]
    public void An_input_read_in_a_loop_that_waits_is_read_again_behind_the_wait() =>
        Rules(Loop("Elsa.ForEach", Json.Sequence("s", Reading("before"), Json.Ask("w"))).With("items", new JsonArray(1)))
            .ShouldBe([("before", WarningRules.InputReadAfterWait)]);

    [Fact]
    public void An_input_read_by_a_case_of_a_switch() =>
        Rules(Json.Sequence("s", Json.Ask("w"), Json.Of("Elsa.FlowSwitch", "switch").With("cases", new JsonArray(new JsonObject
        {
            ["label"] = "A", ["condition"] = new JsonObject { ["type"] = "Input", ["value"] = new JsonObject { ["name"] = "title" } },
        })))).ShouldBe([("switch", WarningRules.InputReadAfterWait)]);

    private static JsonObject Loop(string type, JsonObject body) => Json.Of(type, "loop").With("body", body);

    private static JsonObject Reading(string id) => Json.Of("Elsa.WriteLine", id).With("text", Json.Input("title"));

    private static (string, string)[] Rules(JsonObject root) =>
    [
        .. DefinitionWarnings.Of(Loading.Load(Json.Workflow(root, ("inputs", new JsonArray(new JsonObject { ["name"] = "Title", ["type"] = "String" })))))
            .Select(warning => (warning.ActivityId, warning.Rule)),
    ];
}
