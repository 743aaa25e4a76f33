using System.Text.Json.Nodes;
using LraGovernance.Engine.Definitions;
using LraGovernance.Engine.Drawing;
using LraGovernance.Engine.Tests.Support;
using Shouldly;
using Xunit;

namespace LraGovernance.Engine.Tests.Definitions;

/// <summary>Each thing that a reader of definitions refuses by itself, with exactly its place and words.</summary>
public sealed class SmallFaultTests
{
    [Theory]
    [InlineData("""{"value": "a"}""", "type", "an expression needs a type")]
    [InlineData("""{"type": "Object", "value": [1]}""", "value", "the value of an Object expression is JSON written as a text")]
    [InlineData("""{"type": "Input", "value": "title"}""", "value", "the value of an Input expression is an object with the input's name")]
    public void An_expression(string expression, string property, string reason)
    {
        var fault = Faults(Json.Of("Elsa.WriteLine", "w").With("text", new JsonObject { ["typeName"] = "String", ["expression"] = JsonNode.Parse(expression) })).ShouldHaveSingleItem();
        (fault.Path, fault.Reason).ShouldBe(($"$.root.text.expression.{property}", reason));
    }

    [Theory]
    [InlineData("""{"isArray": "yes", "id": "v", "typeName": "String"}""", "$.variables[0].isArray", "isArray must be true or false")]
    [InlineData("""{"isArray": {}, "id": "v", "typeName": "String"}""", "$.variables[0].isArray", "isArray must be true or false")]
    [InlineData("""{"id": "v", "typeName": "Int32", "value": 5}""", "$.variables[0].value", "the default of variable 'v' must be a JSON text, for example \"5\"")]
    [InlineData("""{"id": "v", "name": "Count", "typeName": "Int32", "value": 5}""", "$.variables[0].value", "the default of variable 'Count' must be a JSON text, for example \"5\"")]
    public void A_variable(string variable, string path, string reason)
    {
        var fault = Loading.Faults(Json.Workflow(Json.Start(), ("variables", new JsonArray(JsonNode.Parse(variable))))).ShouldHaveSingleItem();
        (fault.Path, fault.Reason).ShouldBe((path, reason));
    }

    [Fact]
    public void Options_are_an_object()
    {
        var fault = Loading.Faults(Json.Workflow(Json.Start(), ("options", 5))).ShouldHaveSingleItem();
        (fault.Path, fault.Reason).ShouldBe(("$.options", "options must be an object"));
    }

    [Fact]
    public void A_port_is_a_text()
    {
        var flow = Json.Flow("", Json.Write("a"), Json.Write("b"));
        flow["connections"] = JsonNode.Parse("""[{"source": {"activity": "a", "port": 5}, "target": {"activity": "b"}}]""");
        var fault = Faults(flow).ShouldHaveSingleItem();
        (fault.Path, fault.Reason).ShouldBe(("$.root.connections[0].source.port", "a port is a text"));
    }

    [Fact]
    public void An_output_says_where_it_goes()
    {
        var fault = Faults(Json.Of("Elsa.If", "i").With("condition", true).With("result", JsonNode.Parse("""{"typeName": "Boolean", "memoryReference": {}}"""))).ShouldHaveSingleItem();
        fault.Reason.ShouldBe("the output 'result' needs a memoryReference with an id");
    }

    [Theory]
    [InlineData("Elsa.SendEmail", "unknown activity type 'Elsa.SendEmail'")]
    [InlineData("elsa.writeline", "unknown activity type 'elsa.writeline': type names are case-sensitive, write 'Elsa.WriteLine'")]
    public void An_unknown_type(string type, string reason) => Faults(Json.Of(type, "a")).ShouldHaveSingleItem().Reason.ShouldBe(reason);

    [Theory]
    [InlineData("""{"id": "\uD800", "root": {"type": "Elsa.Start"}}""", "$.id", "the text is not valid Unicode: half of a surrogate pair")]
    [InlineData("""{"\uD800": 1, "id": "x"}""", "$", "a property name is not valid Unicode: half of a surrogate pair")]
    public void Half_a_character(string json, string path, string reason)
    {
        var fault = Loading.Faults(json).ShouldHaveSingleItem();
        (fault.Path, fault.Reason).ShouldBe((path, reason));
    }

    [Fact]
    public void The_place_of_malformed_JSON_is_counted_from_one() =>
        Loading.Faults("{\n \"id\": }").ShouldHaveSingleItem().Reason.ShouldStartWith("malformed JSON at line 2, byte 8:");

    [Theory]
    [InlineData("Elsa.Delay", "timeSpan")]
    [InlineData("Elsa.StartAt", "dateTime")]
    [InlineData("Elsa.Event", "eventName")]
    [InlineData("Elsa.PublishEvent", "eventName")]
    [InlineData("Elsa.ExecuteWorkflow", "workflowDefinitionId")]
    [InlineData("Elsa.DispatchWorkflow", "workflowDefinitionId")]
    [InlineData("Elsa.SetOutput", "outputName")]
    [InlineData("Elsa.Cron", "cronExpression")]
    public void An_input_that_must_be_there(string type, string input)
    {
        var fault = Faults(Json.Of(type, "a")).ShouldHaveSingleItem();
        (fault.Path, fault.Reason).ShouldBe(($"$.root.{input}", $"{type} needs the input '{input}'"));
    }

    [Fact]
    public void Nothing_is_no_definition_and_no_catalogue()
    {
        Should.Throw<ArgumentNullException>(() => DefinitionReader.Read(null!, "x", TestActivities.Catalogue)).ParamName.ShouldBe("json");
        Should.Throw<ArgumentNullException>(() => DefinitionReader.Read("{}", "x", null!)).ParamName.ShouldBe("catalogue");
        Should.Throw<ArgumentNullException>(() => DefinitionWarnings.Of(null!)).ParamName.ShouldBe("definition");
        Should.Throw<ArgumentNullException>(() => Mermaid.Of(null!)).ParamName.ShouldBe("definition");
        Should.Throw<ArgumentNullException>(() => ActivityCatalogue.Elsa.With(null!)).ParamName.ShouldBe("more");
    }

    private static IReadOnlyList<LoadFault> Faults(JsonObject root) => Loading.Faults(Json.Workflow(root));
}
