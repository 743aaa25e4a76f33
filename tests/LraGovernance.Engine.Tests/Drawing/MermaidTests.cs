using System.Text.Json.Nodes;
using LraGovernance.Engine.Drawing;
using LraGovernance.Engine.Tests.Support;
using Shouldly;
using Xunit;

namespace LraGovernance.Engine.Tests.Drawing;

public sealed class MermaidTests
{
    [Fact]
    public void A_flowchart_with_a_choice_a_loop_and_shared_outcomes() =>
        Drawn(Json.Flow("start -> ask; ask:SaidYes -> end; ask:SaidNo -> d; ask:Expired -> d; d:True -> ask; d:False -> end",
                Json.Start(), Json.Ask("ask", "SaidYes", "SaidNo", "Expired"), Json.Decision("d", true), Json.Of("Elsa.End", "end")))
            .ShouldBe("""
                flowchart TD
                  n2(["start"])
                  n3("ask")
                  n4{"d"}
                  n5(["end"])
                  n2 --> n3
                  n3 -- "Said yes" --> n5
                  n3 -- "Said no, Expired" --> n4
                  n4 -. "True" .-> n3
                  n4 -- "False" --> n5

                """.ReplaceLineEndings("\n"));

    [Fact]
    public void Containers_are_boxes_around_their_own_drawing() =>
        Drawn(Json.Sequence("seq",
                Json.Of("Elsa.ForEach", "each").With("items", new JsonArray(1)).With("body", Json.Write("w")),
                Json.Of("Elsa.If", "if").With("then", Json.Write("t")).With("else", Json.Write("e"))))
            .ShouldBe("""
                flowchart TD
                  subgraph n1["seq"]
                    subgraph n2["each"]
                      n3["w"]
                    end
                    n4{"if"}
                    n5["t"]
                    n6["e"]
                    n4 -- "Then" --> n5
                    n4 -- "Else" --> n6
                    n2 --> n4
                  end

                """.ReplaceLineEndings("\n"));

    [Fact]
    public void What_people_have_written_does_not_break_the_drawing() =>
        Mermaid.Of(Loading.Load(Json.Workflow(Json.Write("w").With("name", "a \"b\" <c> & #d\n"))), _ => "by \"us\"")
            .ShouldBe("flowchart TD\n  n1[\"a &quot;b&quot; &lt;c&gt; &amp; &num;d <br/><i>by &quot;us&quot;</i>\"]\n");

    private static string Drawn(JsonObject root) => Mermaid.Of(Loading.Load(Json.Workflow(root)));
}
