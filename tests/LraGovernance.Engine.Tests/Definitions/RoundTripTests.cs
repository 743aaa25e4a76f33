using LraGovernance.Engine.Definitions;
using LraGovernance.Engine.Tests.Support;
using Shouldly;
using Xunit;

namespace LraGovernance.Engine.Tests.Definitions;

public sealed class RoundTripTests
{
    private const string Exported = """
        {
          "$schema": "https://elsaworkflows.io/schemas/workflow-definition/v3.0.0/schema.json",
          "id": "abc", "definitionId": "def", "name": "Sign-off – first", "version": 3, "toolVersion": "3.8.0.0", "house": { "z": 1, "a": [ ] },
          "customProperties": { "Lra": { "owner": "SMT" } },
          "root": {
            "type": "Elsa.Flowchart", "id": "flow", "nodeId": "Workflow1:flow",
            "activities": [ {
              "text": { "typeName": "String", "expression": { "type": "Literal", "value": "é \u00e9" } }, "type": "Elsa.WriteLine", "id": "w", "name": "Say",
              "metadata": { "designer": { "position": { "x": -12.50, "y": 1e2 } }, "displayText": "Say hello" },
              "customProperties": { "mergeMode": "Stream", "ends": [ "Done" ], "canStartWorkflow": false }, "unheardOf": null } ],
            "connections": [ ]
          }
        }
        """;

    [Fact]
    public void A_definition_is_saved_as_it_was_loaded() => Loading.Load(Exported).ToJson().ShouldBe(Exported);

    [Fact]
    public void What_the_engine_does_not_use_can_be_read()
    {
        var definition = Loading.Load(Exported);
        var node = definition.Find("w").ShouldNotBeNull();

        definition.CustomProperties["Lra"]!["owner"]!.GetValue<string>().ShouldBe("SMT");
        (definition.DefinitionId, definition.Id, definition.Version, definition.Name).ShouldBe(("def", "abc", 3, "Sign-off – first"));
        (node.Name, node.DisplayText, node.NodeId, node.Path, node.CanStartWorkflow).ShouldBe(("Say", "Say hello", "flow:w", "$.root.activities[0]", false));
        node.Literal("text").ShouldBe("é é");
        node.Metadata["designer"]!["position"]!["x"]!.GetValue<decimal>().ShouldBe(-12.5m);
    }

    [Fact]
    public void What_is_handed_out_is_a_copy()
    {
        var definition = Loading.Load(Exported);
        definition.CustomProperties.Clear();
        definition.Find("w")!.CustomProperties.Clear();

        definition.CustomProperties.Count.ShouldBe(1);
        definition.Find("w")!.CustomProperties.Count.ShouldBe(3);
    }

    [Fact]
    public void A_literal_is_told_from_what_is_known_only_at_run_time()
    {
        var definition = Loading.Load(Json.Workflow(
            Json.Flow("a -> b", Json.Ask("a", "Yes", "No"), Json.Of("Elsa.WriteLine", "b").With("text", Json.Variable("x"))),
            ("variables", new System.Text.Json.Nodes.JsonArray(Json.VariableDefinition("x", "String")))));

        definition.Find("a")!.LiteralList("options").ShouldBe(["Yes", "No"]);
        definition.Find("a")!.Outcomes.ShouldBe(["Yes", "No"]);
        definition.Find("b")!.Literal("text").ShouldBeNull();
        definition.Find("b")!.InputExpressions["text"].ShouldBe("Variable");
        definition.Root.Connections.ShouldHaveSingleItem().ShouldBe(new Connection("$.root.connections[0]", "a", "Done", "b", "In"));
        definition.AllActivities().Select(node => node.Id).ShouldBe(["flow", "a", "b"]);
    }
}
