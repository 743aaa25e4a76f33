using LraGovernance.Audit;
using LraGovernance.Data;
using LraGovernance.Decisions;
using LraGovernance.Pipeline;
using LraGovernance.Running;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;
using Shouldly;
using Xunit;

namespace LraGovernance.Tests.Crashes;

/// <summary>The connection is lost around the commit: whoever asked gets the receipt, and nothing happens twice.</summary>
public sealed class LostReplyTests
{
    public static TheoryData<DatabaseKind, string> Moments => new()
    {
        { DatabaseKind.Sqlite, "before-commit" }, { DatabaseKind.Sqlite, "after-commit" },
        { DatabaseKind.Postgres, "before-commit" }, { DatabaseKind.Postgres, "after-commit" },
        { DatabaseKind.Sqlite, "after-savepoint" }, { DatabaseKind.Postgres, "after-savepoint" },
    };

    [Theory]
    [MemberData(nameof(Moments))]
    public async Task The_command_is_tried_again_and_answered_with_the_one_receipt(DatabaseKind kind, string moment)
    {
        var line = new BadLine(moment);
        await using var house = await House.OpenAsync(kind, options: new HouseOptions { Workflows = TinyProcess.Folder(), Compose = x => x.AddSingleton<ICrashPoints>(line) });
        var board = await Given.ABoard().Of(1).SeatAsync(house);
        var request = await board.AskAsync();

        line.Fails = 2;
        var receipt = (await board.AnswerAsync(request, 1, "Approve", "click")).ShouldBeOfType<RecordDecisionResult.Recorded>();
        line.Fails.ShouldBe(moment == "after-commit" ? 1 : 0, "after the commit the second try is answered from the first");
        line.Fails = 0;
        (await board.AnswerAsync(request, 1, "Approve", "click")).ShouldBe(receipt);

        await using var db = house.Db();
        (await db.Answers.SingleAsync()).Id.ShouldBe(receipt.AnswerId);
        (await db.RecordEntries.CountAsync(x => x.Event == "decision-recorded")).ShouldBe(1);
        (await db.RecordEntries.CountAsync(x => x.Event == "noted")).ShouldBe(1);
        (await db.Outbox.CountAsync(x => x.Template == "decision-receipt")).ShouldBe(1);
        (await db.Instances.SingleAsync()).Status.ShouldBe(InstanceStatus.Finished);
        (await house.SendAsync(new VerifyAudit())).ShouldBeOfType<VerifyAuditResult.Sound>();
    }

    /// <summary>Loses the connection a number of times at one moment.</summary>
    private sealed class BadLine(string moment) : ICrashPoints
    {
        public int Fails { get; set; }

        public void Pass(string point)
        {
            if (point == moment && Fails > 0)
            {
                Fails--;
                throw new NpgsqlException("Exception while reading from stream", new IOException("Connection reset by peer"));
            }
        }
    }
}
