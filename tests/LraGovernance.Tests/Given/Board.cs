using System.Text.Json;
using LraGovernance.Audit;
using LraGovernance.Bodies;
using LraGovernance.Decisions;
using LraGovernance.People;
using LraGovernance.Pipeline;
using LraGovernance.Running;

namespace LraGovernance.Tests;

internal static class Given
{
    /// <summary>A body of the pack's service with members of its own.</summary>
    public static BoardBuilder ABoard() => new();
}

/// <summary>A document that is nobody's: its hash is its instance key.</summary>
internal sealed class TestPaper : IPaperSource
{
    public const string PaperKind = "test-paper";

    public string Kind => PaperKind;

    public Task<PaperToDecide> FindAsync(string service, string instanceKey, CancellationToken cancellationToken) =>
        Task.FromResult(new PaperToDecide(PaperKind, instanceKey, CanonicalJson.Hash(instanceKey), $"Paper {instanceKey}", "commissioner"));
}

internal sealed class BoardBuilder
{
    public const string Service = "lra";
    public const string BodyKey = "test-board";

    private int _members = 4;
    private Rule _rule = Rule.Unanimous;
    private int _quorum = 1;
    private bool _castingVote;

    public BoardBuilder Of(int members)
    {
        _members = members;
        return this;
    }

    public BoardBuilder WithRule(Rule rule)
    {
        _rule = rule;
        return this;
    }

    public BoardBuilder WithQuorum(int quorum)
    {
        _quorum = quorum;
        return this;
    }

    public BoardBuilder WithCastingVote()
    {
        _castingVote = true;
        return this;
    }

    /// <summary>Seats the board in the house.</summary>
    public async Task<Board> SeatAsync(House house)
    {
        await using var db = house.Db();
        var members = Enumerable.Range(1, _members).Select(i => new Person
        {
            Id = house.Randomness.Id("test-person", $"{i}"), Name = $"Board Member {i:000}", Email = $"member{i:000}@board.example",
        }).ToList();
        foreach (var (member, i) in members.Select((x, i) => (x, i)))
        {
            db.People.Add(member);
            db.Roles.Add(new Role { Service = Service, Key = RoleKey(i), Title = $"Seat {i + 1}", Side = "council" });
            db.RoleHoldings.Add(new RoleHolding
            {
                Id = house.Randomness.Id("test-holding", $"{i}"), Service = Service, RoleKey = RoleKey(i), PersonId = member.Id, From = new DateOnly(2015, 4, 1),
            });
        }

        db.Bodies.Add(new Body
        {
            Service = Service, Key = BodyKey, Name = "Test Board", Rule = _rule, Quorum = _quorum, ChairSeat = "seat-1", CastingVote = _castingVote, Source = "a test",
            Seats = [.. members.Select((_, i) => new Seat { Service = Service, BodyKey = BodyKey, Key = $"seat-{i + 1}", Position = i, RoleKey = RoleKey(i), Capacity = "Member" })],
        });
        await db.SaveChangesAsync();
        return new Board(house, members);
    }

    private static string RoleKey(int i) => $"test-seat-{i + 1}";
}

/// <summary>A seated board, which can be asked.</summary>
internal sealed class Board(House house, IReadOnlyList<Person> members)
{
    public IReadOnlyList<Person> Members => members;

    /// <summary>Starts a process that asks the board, and gives the open request.</summary>
    public async Task<DecisionRequest> AskAsync(string key = "case-1")
    {
        await house.SendAsync(new StartProcess(house.Randomness.Id("start", key), BoardBuilder.Service, TinyProcess.DefinitionId, key));
        return await RequestAsync(key);
    }

    public async Task<DecisionRequest> RequestAsync(string key = "case-1")
    {
        await using var db = house.Db();
        return db.DecisionRequests.Where(x => x.InstanceKey == key).ToList().Select(x =>
        {
            x.Invitations.AddRange(db.Invitations.Where(i => i.RequestId == x.Id).ToList().OrderBy(i => i.Position).Where(i => x.Invitations.TrueForAll(y => y.Id != i.Id)));
            return x;
        }).MaxBy(x => x.OpenedAt)!;
    }

    /// <summary>Posts a member's answer, as the link's page does.</summary>
    public Task<RecordDecisionResult> AnswerAsync(DecisionRequest request, int seat, string option, string? id = null, Guid? replaces = null, string? reason = "Because.")
    {
        var invitation = request.Invitations.Single(x => x.SeatKey == $"seat-{seat}");
        return house.SendAsync(new RecordDecision(
            house.Randomness.Id("answer-command", id ?? $"{invitation.Id}/{option}"), BoardBuilder.Service, invitation.Id, option, reason, "Board Member",
            request.DocumentHash, replaces), Actor.ByLink(invitation.PersonId, invitation.Id));
    }
}

/// <summary>A process with one request to the test board, a step after it, and ends of its own.</summary>
internal static class TinyProcess
{
    public const string DefinitionId = "ask-the-board";

    /// <summary>A folder with the definition; the step after an approval is a command of the tests.</summary>
    public static string Folder(string stepAfter = "TakeNote")
    {
        var folder = Directory.CreateTempSubdirectory("lra-workflows-").FullName;
        object[] activities =
        [
            new { id = "ask", type = "Lra.RequestDecision", body = BoardBuilder.BodyKey, paper = TestPaper.PaperKind, title = "Decide the case", deadlineWorkingDays = 10, reminders = new[] { "5" } },
            new { id = "after", type = "Lra.SendCommand", command = stepAfter },
            new { id = "tell", type = "Lra.AssignTask", task = "start-by-hand", title = "It is approved", role = "commissioner", goOn = true },
            new { id = "end", type = "Elsa.End" },
        ];
        object[] connections =
        [
            Connect("ask", "Approve", "after"), Connect("after", "Noted", "tell"), Connect("tell", "Done", "end"),
        ];
        File.WriteAllText(Path.Combine(folder, $"{DefinitionId}.v1.json"), JsonSerializer.Serialize(new
        {
            id = $"{DefinitionId}-v1", definitionId = DefinitionId, name = "Ask the board", version = 1, isLatest = true, isPublished = true,
            root = new { type = "Elsa.Flowchart", id = "flow", activities, connections },
        }));
        return folder;
    }

    private static object Connect(string from, string port, string to) =>
        new { source = new { activity = from, port }, target = new { activity = to, port = "In" } };
}
