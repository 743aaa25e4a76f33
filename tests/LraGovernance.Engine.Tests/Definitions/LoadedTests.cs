using System.Text.Json.Nodes;
using LraGovernance.Engine.Definitions;
using LraGovernance.Engine.Tests.Support;
using Shouldly;
using Xunit;

namespace LraGovernance.Engine.Tests.Definitions;

/// <summary>What a definition says of itself once it is loaded.</summary>
public sealed class LoadedTests
{
    [Fact]
    public void Ids_are_made_up_clear_of_every_id_in_the_file()
    {
        var definition = Load(Json.Sequence("s",
            WithoutId(), WithoutId(), Json.Sequence("inner", Json.Write("WriteLine1"), Json.Sequence("deep", Json.Write("WriteLine3"))), WithoutId()));

        definition.AllActivities().Where(x => x.Type == "Elsa.WriteLine").Select(x => x.Id)
            .ShouldBe(["WriteLine2", "WriteLine4", "WriteLine1", "WriteLine3", "WriteLine5"]);
    }

    [Fact]
    public void Without_a_name_it_is_called_by_its_id() =>
        Loading.Load("""{"definitionId": "refresh", "root": {"type": "Elsa.Start"}}""").Name.ShouldBe("refresh");

    [Theory]
    [InlineData("""{"name": "Count", "typeName": "Int32"}""", "Count")]
    [InlineData("""{"id": "c", "typeName": "Int32"}""", "c")]
    [InlineData("""{"id": "c", "name": "Count", "typeName": "Int32"}""", "c")]
    public void A_variable_is_found_by_its_id_or_else_by_its_name(string variable, string id)
    {
        var definition = Loading.Load(Json.Workflow(Json.SetVariable("set", id, 5), ("variables", new JsonArray(JsonNode.Parse(variable)))));

        definition.Variables.ShouldHaveSingleItem().Id.ShouldBe(id);
        definition.Variables[0].Name.ShouldBe((string?)JsonNode.Parse(variable)!["name"] ?? id);
    }

    [Fact]
    public void What_it_does_not_say_of_an_activity_is_empty()
    {
        var root = Load(Json.Write("a")).Root;

        root.CustomProperties.ShouldBeEmpty();
        root.Metadata.ShouldBeEmpty();
        root.CanStartWorkflow.ShouldBeFalse();
    }

    [Theory]
    [InlineData(true, null, true)]
    [InlineData(false, true, false)]
    [InlineData(true, false, true)]
    [InlineData(null, true, true)]
    public void A_trigger_is_flagged_in_its_custom_properties_or_else_beside_them(bool? custom, bool? beside, bool starts)
    {
        var activity = Json.Write("a").With("canStartWorkflow", beside);
        if (custom is { } flag)
            activity["customProperties"] = new JsonObject { ["canStartWorkflow"] = flag };

        Load(activity).Root.CanStartWorkflow.ShouldBe(starts);
    }

    [Fact]
    public void A_switch_is_left_by_its_cases_and_last_by_the_default() => Load(Json.Of("Elsa.FlowSwitch", "s").With("cases", JsonNode.Parse("""
        [{"label": "B", "condition": {"type": "Literal", "value": true}}, {"label": "A", "condition": {"type": "Literal", "value": true}}]
        """))).Root.Outcomes.ShouldBe(["B", "A", "Default"]);

    [Fact]
    public void The_catalogue_lists_its_types_in_order() =>
        ActivityCatalogue.Elsa.Types.ShouldBe(ActivityCatalogue.Elsa.Types.Order(StringComparer.Ordinal));

    [Theory]
    [InlineData("[]", "of a list", "String[]")]
    [InlineData("", "of one", "String")]
    public void A_type_is_named_as_the_file_names_it(string brackets, string _, string name)
    {
        var json = Json.Workflow(Json.SetVariable("set", "v", "[\"a\"]"), ("variables", new JsonArray(Json.VariableDefinition("v", $"string{brackets}"))));

        Loading.Load(json).Variables[0].Type.ToString().ShouldBe(name);
    }

    [Theory]
    [InlineData("Object", "Object")]
    [InlineData("List<Int32>", "Int32[]")]
    [InlineData("System.Boolean, System.Private.CoreLib", "Boolean")]
    public void Types_of_every_kind_have_their_names(string written, string name) =>
        Loading.Load(Json.Workflow(Json.Start(), ("variables", new JsonArray(Json.VariableDefinition("v", written))))).Variables[0].Type.ToString().ShouldBe(name);

    [Theory]
    [InlineData("List<String")]
    [InlineData("String>")]
    [InlineData(", System.Private.CoreLib")]
    public void Half_a_type_is_none(string written) => Loading.Faults(Json.Workflow(Json.Start(), ("variables", new JsonArray(Json.VariableDefinition("v", written)))))
        .ShouldHaveSingleItem().Reason.ShouldContain("unknown variable type");

    private static WorkflowDefinition Load(JsonObject root) => Loading.Load(Json.Workflow(root));

    private static JsonObject WithoutId() => new() { ["type"] = "Elsa.WriteLine", ["text"] = "x" };
}
