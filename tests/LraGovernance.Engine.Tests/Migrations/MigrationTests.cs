using System.Text.Json.Nodes;
using LraGovernance.Engine.Definitions;
using LraGovernance.Engine.Execution;
using LraGovernance.Engine.Migrations;
using LraGovernance.Engine.Tests.Support;
using Shouldly;
using Xunit;

namespace LraGovernance.Engine.Tests.Migrations;

public sealed class MigrationTests
{
    private static readonly WorkflowDefinition First = Version(1, "start -> ask -> after", Json.Start(), Json.Ask("ask"), Json.Write("after"));

    [Fact]
    public void It_goes_on_in_the_new_version_and_nothing_is_run_by_moving()
    {
        var second = Version(2, "start -> greet -> ask -> after -> more", Json.Start(), Json.Write("greet"), Json.Ask("ask"), Json.Write("after"), Json.Write("more"));
        var instance = Started(First);

        var moved = Migration.Move(First, second, instance.State!).ShouldBeOfType<MigrationResult.Moved>();

        moved.Notes.ShouldBeEmpty();
        moved.State.Version.ShouldBe(2);
        moved.State.JournalLength.ShouldBe(instance.State!.JournalLength);
        var after = new Instance(second, moved.State);
        after.Answer("ask");
        after.Lines.ShouldBe(["after", "more"], "what was put before the wait is past");
        after.Status.ShouldBe(WorkflowStatus.Finished);
    }

    [Fact]
    public void The_bookmark_keeps_its_id_and_takes_the_new_name_of_its_activity()
    {
        var second = Version(2, "start -> sign -> after", Json.Start(), Json.Ask("sign"), Json.Write("after"));
        var state = Started(First).State!;

        var moved = Migration.Move(First, second, state, new Dictionary<string, string> { ["ask"] = "sign" }).ShouldBeOfType<MigrationResult.Moved>();

        moved.State.Bookmarks.Select(b => (b.Id, b.ActivityId)).ShouldBe([(state.Bookmarks[0].Id, "sign")]);
    }

    [Fact]
    public void What_was_asked_for_stays_as_it_was_asked()
    {
        var second = Version(2, "start -> ask -> after", Json.Start(), Json.Ask("ask").With("question", "Really?"), Json.Write("after"));

        var moved = Migration.Move(First, second, Started(First).State!).ShouldBeOfType<MigrationResult.Moved>();

        moved.Notes.ShouldBe(["'ask' waits already: what it asks for stays as it was asked"]);
        moved.State.Bookmarks[0].Request!["question"]!.GetValue<string>().ShouldBe("ask");
    }

    [Fact]
    public void Where_it_waits_has_to_be_there_still() => Reasons(Version(2, "start -> after", Json.Start(), Json.Write("after")))
        .ShouldBe(["'ask' is under way, and the new version has it not"]);

    [Fact]
    public void Where_it_waits_has_to_be_what_it_was() =>
        Reasons(Version(2, "start -> ask -> after", Json.Start(), Json.Of("Test.Sleep", "ask").With("days", 1), Json.Write("after")))
            .ShouldBe(["'ask' is under way as Test.Ask; 'ask' is Test.Sleep"]);

    [Fact]
    public void Where_it_waits_has_to_stand_where_it_stood() =>
        Reasons(Version(2, "start -> box", Json.Start(), Json.Sequence("box", Json.Ask("ask")))).ShouldBe(["'ask' is under way in 'flow'; 'ask' stands in 'box'"]);

    [Fact]
    public void Where_it_started_has_to_be_there_still() => Reasons(Version(2, "ask -> after", Json.Ask("ask"), Json.Write("after")))
        .ShouldBe(["it was started at 'start', which the new version has not"]);

    [Fact]
    public void What_is_behind_the_past_cannot_be_skipped_in_silence()
    {
        var first = Version(1, "start -> a -> ask -> late", Json.Start(), Json.Write("a"), Json.Ask("ask"), Json.Write("late"));
        var second = Version(2, "start -> a -> ask; a -> late", Json.Start(), Json.Write("a"), Json.Ask("ask"), Json.Write("late"));

        Migration.Move(first, second, Started(first).State!).ShouldBeOfType<MigrationResult.Refused>().Reasons
            .ShouldBe(["'late' would have been reached before by now"]);
    }

    [Fact]
    public void A_new_decision_in_the_past_cannot_be_answered()
    {
        var first = Version(1, "f:A -> a -> join; f:B -> ask -> join", Json.Fork("f", "A", "B"), Json.Write("a"), Json.Ask("ask"), Json.Join("join", "WaitAll"));
        var second = Version(2, "f:A -> a -> d; d:True -> join; f:B -> ask -> join",
            Json.Fork("f", "A", "B"), Json.Write("a"), Json.Decision("d", true), Json.Ask("ask"), Json.Join("join", "WaitAll"));

        Migration.Move(first, second, Started(first).State!).ShouldBeOfType<MigrationResult.Refused>().Reasons
            .ShouldBe(["'d' is new and in the past: which way it would have been left cannot be told"]);
    }

    [Theory]
    [InlineData("WaitAllActive", "WaitAny")]
    [InlineData("WaitAll", "WaitAny")]
    public void A_join_that_is_waited_for_cannot_change_its_ways(string before, string after)
    {
        JsonObject[] Activities(string mode) => [Json.Fork("f", "A", "B"), Json.Write("a"), Json.Ask("ask"), Json.Join("join", mode)];
        const string connections = "f:A -> a -> join; f:B -> ask -> join";
        var (first, second) = (Version(1, connections, Activities(before)), Version(2, connections, Activities(after)));

        Migration.Move(first, second, Started(first).State!).ShouldBeOfType<MigrationResult.Refused>().Reasons.ShouldHaveSingleItem().ShouldContain("'join'");
    }

    [Fact]
    public void A_dead_end_of_the_past_counts_as_having_come_this_way()
    {
        var first = Version(1, "f:A -> a; f:B -> ask -> t", Json.Fork("f", "A", "B"), Json.Write("a"), Json.Ask("ask"), Json.Write("t"));
        var second = Version(2, "f:A -> a -> j; f:B -> ask -> j; j -> t", Json.Fork("f", "A", "B"), Json.Write("a"), Json.Ask("ask"), Json.Join("j", "WaitAll"), Json.Write("t"));

        var after = new Instance(second, Migration.Move(first, second, Started(first).State!).ShouldBeOfType<MigrationResult.Moved>().State);
        after.Answer("ask");

        after.Lines.ShouldBe(["t"]);
    }

    [Fact]
    public void By_which_outcome_a_dead_end_was_left_cannot_be_told()
    {
        var first = Version(1, "f:A -> d; d:False -> n; f:B -> ask -> t", Json.Fork("f", "A", "B"), Json.Decision("d", true), Json.Write("n"), Json.Ask("ask"), Json.Write("t"));
        var second = Version(2, "f:A -> d; d:False -> n; d:True -> j; f:B -> ask -> j; j -> t",
            Json.Fork("f", "A", "B"), Json.Decision("d", true), Json.Write("n"), Json.Ask("ask"), Json.Join("j", "WaitAll"), Json.Write("t"));

        Migration.Move(first, second, Started(first).State!).ShouldBeOfType<MigrationResult.Refused>().Reasons.ShouldHaveSingleItem().ShouldContain("cannot be told");
    }

    [Fact]
    public void What_waits_can_still_be_answered_as_it_was_asked()
    {
        var first = Version(1, "ask:Yes -> a; ask:No -> a", Json.Ask("ask", "Yes", "No"), Json.Write("a"));

        Migration.Move(first, Version(2, "ask:Yes -> a", Json.Ask("ask", "Yes"), Json.Write("a")), Started(first).State!)
            .ShouldBeOfType<MigrationResult.Refused>().Reasons.ShouldBe(["'ask' waits and may be answered with 'No', which 'ask' does not know"]);
    }

    [Fact]
    public void Two_activities_do_not_become_one()
    {
        var first = Version(1, "s -> a -> t; s -> b -> t", Json.Start("s"), Json.Ask("a"), Json.Ask("b"), Json.Write("t"));
        var second = Version(2, "s -> b -> t", Json.Start("s"), Json.Ask("b"), Json.Write("t"));

        Migration.Move(first, second, Started(first).State!, new Dictionary<string, string> { ["a"] = "b" }).ShouldBeOfType<MigrationResult.Refused>()
            .Reasons.ShouldBe(["the mapping names 'b' for another activity, and version 1 has it itself"]);
    }

    [Fact]
    public void Mistakes_of_the_mapping_are_named() =>
        Migration.Move(First, Version(2, "start -> ask -> after", Json.Start(), Json.Ask("ask"), Json.Write("after")), Started(First).State!,
            new Dictionary<string, string> { ["nobody"] = "ask", ["after"] = "ask", ["ask"] = "after", ["start"] = "nowhere" }).ShouldBeOfType<MigrationResult.Refused>().Reasons.ShouldBe(
        [
            "the mapping names 'nobody', which version 1 has not", "the mapping names 'nowhere', which version 2 has not", "the mapping names 'ask' twice",
        ], ignoreOrder: true);

    [Fact]
    public void Only_an_instance_that_waits_is_moved()
    {
        var instance = Started(First);
        instance.Answer("ask");

        Migration.Move(First, Version(2, "start -> ask -> after", Json.Start(), Json.Ask("ask"), Json.Write("after")), instance.State!)
            .ShouldBeOfType<MigrationResult.Refused>().Reasons.ShouldBe(["only an instance that waits can be moved, and this one is Finished"]);
    }

    [Fact]
    public void Only_the_versions_of_one_definition_and_the_state_of_the_first_are_moved()
    {
        var state = Started(First).State!;
        var second = Version(2, "start -> ask -> after", Json.Start(), Json.Ask("ask"), Json.Write("after"));
        var other = Loading.Load(Json.Workflow(Json.Flow("start -> ask -> after", Json.Start(), Json.Ask("ask"), Json.Write("after")), ("definitionId", "other")));

        Migration.Move(First, other, state).ShouldBeOfType<MigrationResult.Refused>().Reasons.ShouldBe(["'other' is not a version of 'test'"]);
        Should.Throw<ArgumentException>(() => Migration.Move(second, First, state)).Message.ShouldStartWith("The state is of test version 1.");
        Should.Throw<ArgumentException>(() => Migration.Move(other, First, state)).Message.ShouldStartWith("The state is of test version 1.");
        Should.Throw<ArgumentNullException>(() => Migration.Move(null!, second, state)).ParamName.ShouldBe("from");
        Should.Throw<ArgumentNullException>(() => Migration.Move(First, null!, state)).ParamName.ShouldBe("to");
        Should.Throw<ArgumentNullException>(() => Migration.Move(First, second, null!)).ParamName.ShouldBe("state");
    }

    [Fact]
    public void An_input_that_the_new_version_does_not_keep_is_said()
    {
        WorkflowDefinition With(int version, params string[] kept) => Loading.Load(Json.Workflow(
            Json.Flow("start -> ask", Json.Start(), Json.Ask("ask")), ("version", version), ("inputs", new JsonArray([.. kept.Select(name =>
                (JsonNode)new JsonObject { ["name"] = name, ["type"] = "String", ["storageDriverType"] = "WorkflowInstanceStorageDriver" })]))));
        var instance = new Instance(With(1, "Year", "Side"));
        instance.Start(inputs: new Dictionary<string, JsonNode?> { ["Year"] = "2016-17", ["Side"] = "council" });

        Migration.Move(With(1, "Year", "Side"), With(2, "year"), instance.State!).ShouldBeOfType<MigrationResult.Moved>().Notes.ShouldBe(["the input 'Side' is not kept any more"]);
    }

    [Fact]
    public void A_branch_that_is_on_its_way_to_a_join_keeps_the_joins_way()
    {
        JsonObject[] Activities(string mode) => [Json.Fork("f", "A", "B"), Json.Write("a"), Json.Ask("ask"), Json.Join("join", mode), Json.Write("t")];
        const string connections = "f:A -> a -> join; f:B -> ask -> join -> t";

        Migration.Move(Version(1, connections, Activities("WaitAll")), Version(2, connections, Activities("WaitAllActive")), Started(Version(1, connections, Activities("WaitAll"))).State!)
            .ShouldBeOfType<MigrationResult.Refused>().Reasons.ShouldBe(["'join' is on its way to be joined, and joins otherwise in the new version"]);
    }

    [Fact]
    public void Nothing_has_arrived_at_a_join_that_both_branches_are_before()
    {
        JsonObject[] Activities(string mode) => [Json.Fork("f", "A", "B"), Json.Ask("a"), Json.Ask("ask"), Json.Join("join", mode), Json.Write("t")];
        const string connections = "f:A -> a -> join; f:B -> ask -> join -> t";
        var second = Version(2, connections, Activities("WaitAny"));
        var after = new Instance(second, Migration.Move(Version(1, connections, Activities("WaitAll")), second, Started(Version(1, connections, Activities("WaitAll"))).State!)
            .ShouldBeOfType<MigrationResult.Moved>().State);
        after.Answer("ask");

        after.Lines.ShouldBe(["t"], "the first to arrive wins in the new version");
        after.Status.ShouldBe(WorkflowStatus.Finished);
    }

    [Fact]
    public void A_way_that_becomes_a_loops_way_out_cannot_have_been_taken()
    {
        var first = Version(1, "f:A -> a -> t; f:B -> ask", Json.Fork("f", "A", "B"), Json.Ask("a", "Done", "Again"), Json.Ask("ask"), Json.Write("t"));
        var second = Version(2, "f:A -> a -> t; a:Again -> a; f:B -> ask", Json.Fork("f", "A", "B"), Json.Ask("a", "Done", "Again"), Json.Ask("ask"), Json.Write("t"));
        var instance = Started(first);
        Migration.Move(first, second, instance.State!).ShouldBeOfType<MigrationResult.Moved>("it has not been left yet");
        instance.Answer("a", "Done");

        Migration.Move(first, second, instance.State!).ShouldBeOfType<MigrationResult.Refused>().Reasons
            .ShouldBe(["the way from 'a' to 't' leads out of a loop in one version only"]);
    }

    [Fact]
    public void A_new_way_out_of_a_loop_that_goes_round_is_refused()
    {
        JsonObject[] Activities() => [Json.Fork("f", "A", "B"), Json.Ask("a", "Again", "Ok"), Json.Ask("ask"), Json.Write("t"), Json.Write("n")];
        var first = Version(1, "f:A -> a; a:Again -> a; a:Ok -> t; f:B -> ask; t -> n", Activities());
        var second = Version(2, "f:A -> a; a:Again -> a; a:Ok -> t; a:Ok -> n; f:B -> ask; t -> n", Activities());
        var instance = Started(first);
        instance.Answer("a", "Again");

        Migration.Move(first, second, instance.State!).ShouldBeOfType<MigrationResult.Refused>().Reasons
            .ShouldBe(["a new way leads from 'a', and how often that was left cannot be told"]);
    }

    [Fact]
    public void Variables_go_along_and_what_changes_for_them_is_said()
    {
        WorkflowDefinition With(int version, params JsonObject[] variables) => Version(version, "start -> ask", [Json.Start(), Json.Ask("ask")], variables);
        var first = With(1, Json.VariableDefinition("n", "String", "12"), Json.VariableDefinition("gone", "String", "x"));
        var state = Started(first).State!;

        var moved = Migration.Move(first, With(2, Json.VariableDefinition("n", "Int32"), Json.VariableDefinition("fresh", "String", "y")), state).ShouldBeOfType<MigrationResult.Moved>();
        moved.State.Variables.ToDictionary(x => x.Key, x => x.Value!.ToJsonString()).ShouldBe(new Dictionary<string, string> { ["n"] = "12", ["fresh"] = "\"y\"" });
        moved.Notes.ShouldBe(["the variable 'fresh' is new and starts from its default", "the variable 'gone' is gone, with its value"]);

        Migration.Move(first, With(2, Json.VariableDefinition("n", "Boolean")), state).ShouldBeOfType<MigrationResult.Refused>().Reasons
            .ShouldBe(["the variable 'n': \"12\" is not a Boolean"]);
    }

    private static IReadOnlyList<string> Reasons(WorkflowDefinition second) =>
        Migration.Move(First, second, Started(First).State!).ShouldBeOfType<MigrationResult.Refused>().Reasons;

    private static Instance Started(WorkflowDefinition definition)
    {
        var instance = new Instance(definition);
        instance.Start();
        return instance;
    }

    private static WorkflowDefinition Version(int version, string connections, params JsonObject[] activities) => Version(version, connections, activities, []);

    private static WorkflowDefinition Version(int version, string connections, JsonObject[] activities, JsonObject[] variables) =>
        Loading.Load(Json.Workflow(Json.Flow(connections, activities), ("version", version), ("variables", new JsonArray([.. variables]))));
}
