using System.Text.Json.Nodes;
using LraGovernance.Engine.Definitions;
using LraGovernance.Engine.Execution;

namespace LraGovernance.Engine.Tests.Support;

/// <summary>Activities as a product would add them.</summary>
internal static class TestActivities
{
    public static ActivityCatalogue Catalogue { get; } = ActivityCatalogue.Elsa.With(new Ask(), new Tell(), new Sleep(), new Break(), new Stray(), new Count());

    public static IEnumerable<Activity> Again => [new Ask()];

    /// <summary>Waits for an answer: an outcome per option.</summary>
    private sealed class Ask : Activity
    {
        public override string Type => "Test.Ask";

        public override IReadOnlyList<ActivityInput> Inputs { get; } = [new("question", InputKind.Text), new("options", InputKind.TextList)];

        public override IReadOnlyList<string> Outputs { get; } = ["result"];

        public override bool Waits => true;

        public override IReadOnlyList<string> Outcomes(ActivityNode node) => node.LiteralList("options") ?? ["Done"];

        public override Step Execute(ActivityContext context) => Step.Wait(new JsonObject { ["question"] = context.Text("question") ?? context.Node.Id });
    }

    private sealed class Tell : Activity
    {
        public override string Type => "Test.Tell";

        public override IReadOnlyList<ActivityInput> Inputs { get; } = [new("message", InputKind.Object, Required: true)];

        public override Step Execute(ActivityContext context) => Step.Tell(new JsonObject { ["message"] = context.Json("message") });
    }

    private sealed class Sleep : Activity
    {
        public override string Type => "Test.Sleep";

        public override IReadOnlyList<ActivityInput> Inputs { get; } = [new("days", InputKind.Integer, Required: true)];

        public override bool Waits => true;

        public override Step Execute(ActivityContext context) => Step.WaitUntil(context.Now.AddDays(context.Integer("days")!.Value));
    }

    private sealed class Break : Activity
    {
        public override string Type => "Test.Throw";

        public override Step Execute(ActivityContext context) => throw new InvalidOperationException("the activity broke");
    }

    private sealed class Stray : Activity
    {
        public override string Type => "Test.Stray";

        public override Step Execute(ActivityContext context) => Step.Complete("Nowhere");
    }

    /// <summary>Goes round a number of times, by the number of its own run: the second activity of each round of two.</summary>
    private sealed class Count : Activity
    {
        public override string Type => "Test.Count";

        public override IReadOnlyList<ActivityInput> Inputs { get; } = [new("to", InputKind.Integer, Required: true)];

        public override IReadOnlyList<string> Outcomes(ActivityNode node) => ["Again", "Ok"];

        public override Step Execute(ActivityContext context)
        {
            var run = int.Parse(context.Key.Split('/')[1], System.Globalization.CultureInfo.InvariantCulture);
            return Step.Complete((run - 1) / 2 <= context.Integer("to") ? "Again" : "Ok");
        }
    }
}
