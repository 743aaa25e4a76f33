using LraGovernance.Audit;
using LraGovernance.Data;
using LraGovernance.Running;
using LraGovernance.Tasks;
using Microsoft.EntityFrameworkCore;
using Shouldly;
using Xunit;

namespace LraGovernance.Tests.Running;

/// <summary>A process is revised while one of its instances waits for a person.</summary>
public sealed class MoveInstanceTests
{
    private static readonly Dictionary<string, string> Renamed = new() { ["ask"] = "ask-again" };

    [Theory]
    [MemberData(nameof(Stores.Both), MemberType = typeof(Stores))]
    public async Task It_is_planned_moved_recorded_and_goes_on_where_it_waited(DatabaseKind kind)
    {
        var folder = Folder(Version(1, "ask", "end"));
        var before = await House.OpenAsync(kind, options: new HouseOptions { Workflows = folder });
        await before.SendAsync(new StartProcess(before.Randomness.Id("start", "1"), "lra", "revised", "2016-17"));
        await before.CloseAsync();

        Version(2, "ask-again", "note").WriteTo(folder);
        await using var house = await House.OpenAsync(before.Store, new HouseOptions { Workflows = folder });
        var planned = (await house.SendAsync(new ReadMoves("revised", 2, Renamed))).ShouldBeOfType<ReadMovesResult.Planned>().Instances.ShouldHaveSingleItem();
        planned.Refusals.ShouldBeEmpty();
        (await house.SendAsync(new ReadMoves("revised", 2, new Dictionary<string, string>()))).ShouldBeOfType<ReadMovesResult.Planned>()
            .Instances.ShouldHaveSingleItem().Refusals.ShouldBe(["'ask' is under way, and the new version has it not"]);

        var move = new MoveInstance(house.Randomness.Id("move", "1"), "lra", planned.InstanceId, 2, Renamed);
        (await house.SendAsync(move)).ShouldBeOfType<MoveInstanceResult.Moved>();
        (await house.SendAsync(move)).ShouldBeOfType<MoveInstanceResult.Moved>("sent twice, it is done once");

        await using (var db = house.Db())
        {
            (await db.Instances.SingleAsync()).Version.ShouldBe(2);
            (await db.Bookmarks.SingleAsync()).ActivityId.ShouldBe("ask-again");
            (await db.RecordEntries.CountAsync(x => x.Event == "instance-moved")).ShouldBe(1);
            (await db.Tasks.CountAsync(x => x.State == TaskState.Open)).ShouldBe(1, "what was asked stays asked");
        }

        var commissioner = await Colleague.OfAsync(house, "commissioner");
        var task = await commissioner.TaskAsync("start-by-hand");
        (await house.SendAsync(new CompleteTask(house.Randomness.Id("c", "1"), "lra", task.Id), commissioner.Actor)).ShouldBeOfType<CompleteTaskResult.Completed>();

        await using var after = house.Db();
        (await after.Instances.SingleAsync()).Status.ShouldBe(InstanceStatus.Finished);
        (await after.Journal.OrderBy(x => x.Sequence).Select(x => x.ActivityId).Distinct().ToListAsync()).ShouldContain("note", "the new version's step was run");
        (await house.SendAsync(new VerifyAudit())).ShouldBeOfType<VerifyAuditResult.Sound>();
    }

    [Fact]
    public async Task What_is_not_there_or_over_is_refused()
    {
        var folder = Folder(Version(1, "ask", "end"));
        Version(2, "ask", "note").WriteTo(folder);
        await using var house = await House.OpenAsync(DatabaseKind.Sqlite, options: new HouseOptions { Workflows = folder });
        var started = await house.SendAsync(new StartProcess(house.Randomness.Id("start", "1"), "lra", "revised", "2016-17"));
        (await house.SendAsync(new MoveInstance(house.Randomness.Id("m", "1"), "lra", house.Randomness.Id("nothing", ""), 2, Renamed))).ShouldBeOfType<MoveInstanceResult.NotFound>();
        (await house.SendAsync(new MoveInstance(house.Randomness.Id("m", "2"), "lra", started.InstanceId, 9, Renamed))).ShouldBeOfType<MoveInstanceResult.NotFound>();
        (await house.SendAsync(new ReadMoves("revised", 9, Renamed))).ShouldBeOfType<ReadMovesResult.NoSuchVersion>();

        var commissioner = await Colleague.OfAsync(house, "commissioner");
        var task = await commissioner.TaskAsync("start-by-hand");
        await house.SendAsync(new CompleteTask(house.Randomness.Id("c", "1"), "lra", task.Id), commissioner.Actor);

        (await house.SendAsync(new MoveInstance(house.Randomness.Id("m", "3"), "lra", started.InstanceId, 1, new Dictionary<string, string>())))
            .ShouldBeOfType<MoveInstanceResult.Refused>().Reasons.ShouldHaveSingleItem().ShouldContain("Finished");
    }

    private static string Folder(Definition definition) => definition.WriteToFolder();

    private static Definition Version(int version, string ask, string last) => new Definition("revised", version)
        .Activity(new { id = ask, type = "Lra.AssignTask", task = "start-by-hand", title = "Ask", role = "commissioner" })
        .Activity(last == "note" ? new { id = "note", type = "Elsa.WriteLine", text = "new" } : (object)new { id = last, type = "Elsa.End" })
        .Connect(ask, "Done", last);
}
