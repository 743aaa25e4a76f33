using LraGovernance.Engine.Definitions;
using LraGovernance.Engine.Tests.Support;
using Shouldly;
using Xunit;

namespace LraGovernance.Engine.Tests.Definitions;

public sealed class LoadFaultTests
{
    private static readonly (string Path, string Reason)[] Planted =
    [
        ("$.version", "whole number"),
        ("$.options.incidentStrategyType", "unknown incident strategy"),
        ("$.variables[0].value", "JSON text"),
        ("$.variables[1].typeName", "unknown variable type 'Money'"),
        ("$.variables[2].id", "no id"),
        ("$.inputs[0].name", "no name"),
        ("$.root.activities[1].type", "unknown activity type 'Elsa.SendEmail'"),
        ("$.root.activities[2].type", "write 'Elsa.WriteLine'"),
        ("$.root.activities[3].type", "no type"),
        ("$.root.activities[4].version", "unknown version 2 of Elsa.WriteLine"),
        ("$.root.activities[5].text.expression.type", "unknown expression type 'JavaScript'"),
        ("$.root.activities[6].text.expression.type", "write 'Literal'"),
        ("$.root.activities[7].text.typeName", "needs a typeName"),
        ("$.root.activities[8].text.expression", "needs an expression"),
        ("$.root.activities[9].text.expression.value", "object with the variable's id"),
        ("$.root.activities[10].text.expression.value", "'nowhere' is in scope"),
        ("$.root.activities[11].text.expression.value", "declares no input 'nothing'"),
        ("$.root.activities[12].variable", "'nowhere' is in scope"),
        ("$.root.activities[13].variable", "needs a variable"),
        ("$.root.activities[14].condition", "not a Boolean"),
        ("$.root.activities[15].mode", "'WaitSome' is none of WaitAny, WaitAll, WaitAllActive"),
        ("$.root.activities[16].branches", "not a JSON"),
        ("$.root.activities[17].cronExpression", "needs the input 'cronExpression'"),
        ("$.root.activities[18].cronExpression", "needs a value"),
        ("$.root.activities[19].id", "needs an id"),
        ("$.root.activities[20].id", "needs an id"),
        ("$.root.activities[21].id", "'start' is in this flowchart twice"),
        ("$.root.activities[22]", "must be an object"),
        ("$.root.activities[23].body", "Elsa.While needs a body"),
        ("$.root.activities[24].body", "Elsa.ParallelForEach needs a body"),
        ("$.root.activities[25].cases[0].label", "needs a label"),
        ("$.root.activities[26].cases[0].condition", "needs a condition"),
        ("$.root.activities[27].cases[0].condition.type", "unknown expression type 'JavaScript'"),
        ("$.root.activities[28].eventName", "needs the input 'eventName'"),
        ("$.root.activities[29].activities[1].id", "'t' is in this Elsa.Sequence twice"),
        ("$.root.activities[30].timeSpan", "not a TimeSpan"),
        ("$.root.activities[31].dateTime", "not a DateTimeOffset"),
        ("$.root.activities[32].items", "not a JSON"),
        ("$.root.activities[33].input", "not a JSON object"),
        ("$.root.activities[34].then.type", "unknown activity type 'Elsa.Nothing'"),
        ("$.root.activities[35].text.expression.value", "'currentValueVariable' is in scope"),
        ("$.root.connections[0].target.activity", "'gone' is not an activity"),
        ("$.root.connections[1].source.activity", "'gone' is not an activity"),
        ("$.root.connections[2].source", "names no activity"),
        ("$.root.connections[3]", "must be an object"),
    ];

    private static readonly IReadOnlyList<LoadFault> Found =
        Loading.Faults(File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "Definitions", "planted-faults.json")), "planted-faults.json");

    public static TheoryData<string, string> All
    {
        get
        {
            var all = new TheoryData<string, string>();
            foreach (var (path, reason) in Planted)
                all.Add(path, reason);
            return all;
        }
    }

    [Theory]
    [MemberData(nameof(All))]
    public void Each_planted_fault_is_named_once_with_its_path(string path, string reason) =>
        Found.Where(fault => fault.Path == path).ShouldHaveSingleItem().Reason.ShouldContain(reason);

    [Fact]
    public void All_faults_come_at_once_and_nothing_else_with_them() =>
        Found.Select(fault => fault.Path).ShouldBe(Planted.Select(planted => planted.Path), ignoreOrder: true);

    [Fact]
    public void Each_fault_names_the_file() => Found.ShouldAllBe(fault => fault.File == "planted-faults.json");

    [Theory]
    [InlineData("", "$", "malformed JSON at line 1")]
    [InlineData("{\n  \"id\": \"x\",\n  \"root\": }", "$", "line 3")]
    [InlineData("{\"id\": \"x\", \"id\": \"y\"}", "$", "malformed JSON")]
    [InlineData("[]", "$", "JSON object")]
    [InlineData("null", "$", "JSON object")]
    [InlineData("{\"id\": \"x\"}", "$.root", "no root")]
    [InlineData("{\"id\": \"x\", \"root\": 5}", "$.root", "must be an object")]
    [InlineData("{\"root\": {\"type\": \"Elsa.Start\"}}", "$.definitionId", "neither definitionId nor id")]
    [InlineData("{\"id\": \"x\", \"variables\": 5, \"root\": {\"type\": \"Elsa.Start\"}}", "$.variables", "must be a list")]
    [InlineData("{\"id\": \"x\", \"variables\": [5], \"root\": {\"type\": \"Elsa.Start\"}}", "$.variables[0]", "must be an object")]
    [InlineData("{\"id\": \"x\", \"name\": 5, \"root\": {\"type\": \"Elsa.Start\"}}", "$.name", "must be a text")]
    [InlineData("{\"id\": \"x\", \"root\": {\"type\": \"Elsa.Flowchart\", \"activities\": 5}}", "$.root.activities", "must be a list")]
    [InlineData("{\"id\": \"x\", \"root\": {\"type\": \"Elsa.Flowchart\", \"Activities\": []}}", "$.root.Activities", "write 'activities'")]
    public void A_broken_file_is_refused(string json, string path, string reason)
    {
        var fault = Loading.Faults(json).ShouldHaveSingleItem();
        fault.Path.ShouldBe(path);
        fault.Reason.ShouldContain(reason);
    }

    [Fact]
    public void A_way_back_into_one_branch_of_a_decision_is_refused()
    {
        var json = Json.Workflow(Json.Flow("start -> d; d:True -> a; d:False -> b; a -> meet; b -> meet; meet:Again -> a",
            Json.Start(), Json.Decision("d", true), Json.Write("a"), Json.Write("b"), Json.Ask("meet", "Again", "Ok")));

        var fault = Loading.Faults(json).ShouldHaveSingleItem();

        fault.Path.ShouldBe("$.root.connections[5]");
        fault.Reason.ShouldContain("goes back from 'meet' to 'a'");
    }

    [Fact]
    public void A_flat_connection_to_a_missing_activity_is_refused()
    {
        var flow = Json.Flow("", Json.Write("a"));
        flow["connections"] = new System.Text.Json.Nodes.JsonArray(new System.Text.Json.Nodes.JsonObject { ["source"] = "a", ["target"] = "gone" });

        Loading.Faults(Json.Workflow(flow)).ShouldHaveSingleItem().Path.ShouldBe("$.root.connections[0].target");
    }

    [Fact]
    public void A_variable_of_a_nested_container_is_not_in_scope_outside_it()
    {
        var inner = Json.Flow("", Json.Write("in")).Named("inner").With("variables", new System.Text.Json.Nodes.JsonArray(Json.VariableDefinition("x", "String")));
        var json = Json.Workflow(Json.Flow("inner -> out", inner, Json.Of("Elsa.WriteLine", "out").With("text", Json.Variable("x"))));

        Loading.Faults(json).ShouldHaveSingleItem().Path.ShouldBe("$.root.activities[1].text.expression.value");
    }

    [Fact]
    public void An_output_bound_to_nothing_is_refused()
    {
        var ask = Json.Ask("a").With("result", new System.Text.Json.Nodes.JsonObject { ["typeName"] = "Object", ["memoryReference"] = new System.Text.Json.Nodes.JsonObject { ["id"] = "gone" } });

        Loading.Faults(Json.Workflow(Json.Flow("", ask))).ShouldHaveSingleItem().Path.ShouldBe("$.root.activities[0].result");
    }

    [Fact]
    public void A_type_is_in_a_catalogue_once() =>
        Should.Throw<ArgumentException>(() => TestActivities.Catalogue.With([.. TestActivities.Again])).Message.ShouldContain("Test.Ask");
}
