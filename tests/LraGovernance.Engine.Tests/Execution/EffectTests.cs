using System.Text.Json.Nodes;
using LraGovernance.Engine.Execution;
using LraGovernance.Engine.Tests.Support;
using Shouldly;
using Xunit;

namespace LraGovernance.Engine.Tests.Execution;

public sealed class EffectTests
{
    [Fact]
    public void Waiting_asks_at_a_numbered_bookmark()
    {
        var instance = new Instance(Loading.Load(Json.Workflow(Json.Flow("start -> a; start -> b", Json.Start(), Json.Ask("a").With("question", "Well?"), Json.Ask("b")))));

        instance.Start();

        var asks = instance.Effects.Cast<Effect.Ask>().ToArray();
        asks.Select(ask => (ask.Bookmark.Id, ask.Bookmark.ActivityId, ask.Bookmark.Name)).ShouldBe([("b1", "a", "Test.Ask"), ("b2", "b", "Test.Ask")]);
        asks[0].Request["question"]!.GetValue<string>().ShouldBe("Well?");
        instance.State!.Bookmarks.Select(bookmark => bookmark.Id).ShouldBe(["b1", "b2"]);
        instance.State.Bookmarks[0].Request!["question"]!.GetValue<string>().ShouldBe("Well?");
        instance.State.ActiveActivityIds.ShouldBe(["flow", "a", "b"]);
    }

    [Fact]
    public void A_bookmark_number_is_never_given_out_twice()
    {
        var instance = new Instance(Loading.Load(Json.Workflow(Json.Flow("a:Again -> a; a:Ok -> end", Json.Ask("a", "Again", "Ok"), Json.Of("Elsa.End", "end")))));
        instance.Start();
        instance.Answer("a", "Again");
        instance.Answer("a", "Again");

        instance.State!.Bookmarks.ShouldHaveSingleItem().Id.ShouldBe("b3");
    }

    [Fact]
    public void Telling_has_a_key_of_its_own_each_time_and_the_same_when_run_again()
    {
        var definition = Loading.Load(Json.Workflow(Json.Flow("a -> t -> a",
            Json.Ask("a"), Json.Of("Test.Tell", "t").With("message", Json.Expression("Object", """{"to":"SMT"}""")))));
        var instance = new Instance(definition);
        instance.Start();
        var before = instance.State;
        var first = instance.Answer("a").Effects.OfType<Effect.Tell>().ShouldHaveSingleItem();
        var second = instance.Answer("a").Effects.OfType<Effect.Tell>().ShouldHaveSingleItem();
        var retried = Runner.Run(definition, before, new Stimulus.Resume("b1", null, null), Instance.Noon).Effects.OfType<Effect.Tell>().ShouldHaveSingleItem();

        first.Message["message"]!["to"]!.GetValue<string>().ShouldBe("SMT");
        second.Key.ShouldNotBe(first.Key);
        retried.Key.ShouldBe(first.Key);
    }

    [Fact]
    public void A_timer_is_a_bookmark_with_a_due_time()
    {
        var instance = new Instance(Loading.Load(Json.Workflow(Json.Flow("s -> done", Json.Of("Test.Sleep", "s").With("days", 2), Json.Write("done")))));

        instance.Start();

        var timer = instance.Effects.ShouldHaveSingleItem().ShouldBeOfType<Effect.SetTimer>();
        timer.DueAt.ShouldBe(Instance.Noon.AddDays(2));
        timer.Bookmark.Request!["dueAt"]!.GetValue<DateTimeOffset>().ShouldBe(timer.DueAt);
        instance.Answer("s");
        instance.Lines.ShouldBe(["done"]);
    }

    [Fact]
    public void Cron_asks_the_host_for_its_next_occurrence()
    {
        var instance = new Instance(Loading.Load(Json.Workflow(Json.Flow("start -> c", Json.Start(), Json.Of("Elsa.Cron", "c").With("cronExpression", "0 0 6 1 * *")))));

        instance.Start();

        instance.Effects.ShouldHaveSingleItem().ShouldBeOfType<Effect.Ask>().Request["cronExpression"]!.GetValue<string>().ShouldBe("0 0 6 1 * *");
    }

    [Fact]
    public void An_answer_can_go_into_a_variable_and_an_output()
    {
        JsonObject Into(string id) => new() { ["typeName"] = "Object", ["memoryReference"] = new JsonObject { ["id"] = id } };
        var instance = new Instance(Loading.Load(Json.Workflow(
            Json.Flow("a -> b -> w", Json.Ask("a").With("result", Into("x")), Json.Ask("b").With("result", Into("Verdict")), Json.Of("Elsa.WriteLine", "w").With("text", Json.Variable("x"))),
            ("variables", new JsonArray(Json.VariableDefinition("x", "Int32"))),
            ("outputs", new JsonArray(new JsonObject { ["name"] = "verdict" })))));
        instance.Start();
        instance.Answer("a", payload: "41");
        instance.Answer("b", payload: new JsonObject { ["approved"] = true });

        instance.Lines.ShouldBe(["41"]);
        instance.State!.Variables["x"]!.GetValue<decimal>().ShouldBe(41);
        instance.State.Outputs["verdict"]!["approved"]!.GetValue<bool>().ShouldBeTrue();
    }
}
