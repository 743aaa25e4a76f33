using System.Text.Json.Nodes;
using LraGovernance.Engine.Tests.Support;

namespace LraGovernance.Engine.Tests.Simulation;

/// <summary>Draws a block as activities and connections; every block has one way in and one way out.</summary>
internal sealed class BlockDrawing(Chance chance)
{
    private readonly List<JsonObject> activities = [];
    private readonly List<(string From, string Port, string To)> connections = [];
    private int joints;

    public static string Workflow(Block block, Chance chance) => Json.Workflow(Flow("flow", block, ends: false, chance));

    private static JsonObject Flow(string id, Block block, bool ends, Chance chance)
    {
        var drawing = new BlockDrawing(chance);
        drawing.Add(Json.Start($"{id}-start"));
        drawing.Add(ends ? Json.Of("Elsa.End", $"{id}-end") : Json.Write($"{id}-end"));
        drawing.Draw(block, $"{id}-start", "Done", $"{id}-end");
        return drawing.Finish(id);
    }

    // The order of connections decides the order of running, so every order has to do.
    private JsonObject Finish(string id)
    {
        var shuffled = connections.Select(c => (Order: chance.Below(int.MaxValue), Text: $"{c.From}:{c.Port} -> {c.To}")).OrderBy(c => c.Order).Select(c => c.Text);
        return Json.Flow(string.Join(';', shuffled), [.. activities]).Named(id);
    }

    private void Draw(Block block, string from, string port, string to)
    {
        switch (block)
        {
            case Block.Leaf leaf:
                Through(leaf.Waits ? Json.Ask(leaf.Id) : Json.Write(leaf.Id), from, port, to);
                break;
            case Block.Sequence sequence:
                DrawInTurn(sequence.Parts, from, port, to);
                break;
            case Block.Parallel parallel:
                Branch(Json.Fork(parallel.Id, Ports(parallel.Branches.Count)), parallel.Id, parallel.Join, parallel.Branches, from, port, to);
                break;
            case Block.Race race:
                Branch(Json.Fork(race.Id, Ports(race.Branches.Count)), race.Id, "WaitAny", race.Branches, from, port, to);
                break;
            case Block.Choice choice:
                Branch(Json.Ask(choice.Id, Ports(choice.Branches.Count)), choice.Id, choice.Join, choice.Branches, from, port, to);
                break;
            case Block.Rework rework:
                DrawRework(rework, from, port, to);
                break;
            case Block.Nested nested:
                Through(Flow(nested.Id, nested.Body, nested.Ends, chance), from, port, to);
                break;
            case Block.InTurn inTurn:
                Through(Json.Sequence(inTurn.Id, [.. inTurn.Parts.Select((part, i) => Flow($"{inTurn.Id}-{i}", part, ends: false, chance))]), from, port, to);
                break;
            case Block.Each each:
                Through(DrawEach(each), from, port, to);
                break;
            case Block.Until until:
                Through(DrawUntil(until), from, port, to);
                break;
        }
    }

    private void DrawInTurn(IReadOnlyList<Block> parts, string from, string port, string to)
    {
        for (var i = 0; i < parts.Count; i++)
        {
            var joint = i == parts.Count - 1 ? to : Add(Json.Write($"joint{++joints}"));
            Draw(parts[i], from, port, joint);
            (from, port) = (joint, "Done");
        }
    }

    private void Branch(JsonObject head, string id, string? join, IReadOnlyList<Block?> branches, string from, string port, string to)
    {
        Through(head, from, port, null);
        Through(join is null ? Json.Write($"{id}-join") : Json.Join($"{id}-join", join), null, "", to);
        var ports = Ports(branches.Count);
        for (var i = 0; i < branches.Count; i++)
            if (branches[i] is { } branch)
                Draw(branch, id, ports[i], $"{id}-join");
            else
                connections.Add((id, ports[i], $"{id}-join"));
    }

    private void DrawRework(Block.Rework rework, string from, string port, string to)
    {
        var (head, check, exit) = ($"{rework.Id}-head", rework.Id, $"{rework.Id}-out");
        Through(rework.HasEarlyExit ? Json.Ask(head, "Out", "On") : Json.Write(head), from, port, null);
        Add(Json.Ask(check, "Again", "Ok"));
        Through(Json.Write(exit), null, "", to);
        Draw(rework.Body, head, rework.HasEarlyExit ? "On" : "Done", check);
        connections.Add((check, "Again", head));
        connections.Add((check, "Ok", exit));
        if (rework.HasEarlyExit)
            connections.Add((head, "Out", exit));
    }

    private JsonObject DrawEach(Block.Each each) =>
        Json.Of(each.AtOnce ? "Elsa.ParallelForEach" : "Elsa.ForEach", each.Id)
            .With("items", new JsonArray([.. Enumerable.Range(0, each.Items).Select(i => (JsonNode)i)]))
            .With("body", Flow($"{each.Id}-body", each.Body, ends: false, chance));

    private JsonObject DrawUntil(Block.Until until)
    {
        var body = Flow($"{until.Id}-body", until.Body, ends: false, chance);
        body["activities"]!.AsArray().Add(Json.Ask(until.Id, "Again", "Ok"));
        body["activities"]!.AsArray().Add(Json.Of("Elsa.Break", $"{until.Id}-break"));
        foreach (var connection in Json.Connections($"{until.Id}-body-end -> {until.Id}; {until.Id}:Ok -> {until.Id}-break").ToArray())
        {
            connection!.Parent!.AsArray().Remove(connection);
            body["connections"]!.AsArray().Add(connection);
        }
        return Json.Of("Elsa.While", $"{until.Id}-loop").With("condition", true).With("body", body);
    }

    private void Through(JsonObject activity, string? from, string port, string? to)
    {
        var id = Add(activity);
        if (from is not null)
            connections.Add((from, port, id));
        if (to is not null)
            connections.Add((id, "Done", to));
    }

    private string Add(JsonObject activity)
    {
        activities.Insert(chance.Below(activities.Count + 1), activity);
        return activity["id"]!.GetValue<string>();
    }

    private static string[] Ports(int count) => [.. Enumerable.Range(1, count).Select(i => $"P{i}")];
}
