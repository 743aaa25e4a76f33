using LraGovernance.Audit;
using LraGovernance.Data;
using Microsoft.EntityFrameworkCore;
using Shouldly;
using Xunit;

namespace LraGovernance.Tests.Audit;

/// <summary>Whoever changes the record behind the product's back is found out, and the first bad entry is named.</summary>
public sealed class VerifyAuditTests
{
    private static readonly DateOnly PlayedTo = new(2016, 1, 27);

    public static TheoryData<DatabaseKind, string, string> Tampering()
    {
        var data = new TheoryData<DatabaseKind, string, string>();
        foreach (var kind in (DatabaseKind[])[DatabaseKind.Sqlite, DatabaseKind.Postgres])
        {
            data.Add(kind, "UPDATE record_entries SET body = replace(body, 'Approve', 'Rejects') WHERE event = 'decision-recorded'", "its content was changed");
            data.Add(kind, "UPDATE record_entries SET event = 'nothing-happened' WHERE event = 'decision-recorded'", "its columns differ from its body");
            data.Add(kind, "UPDATE record_entries SET hash = previous_hash WHERE sequence = 20", "its content was changed");
            data.Add(kind, "DELETE FROM record_entries WHERE service = 'lra' AND sequence = 30", "is missing");
            data.Add(kind, "DELETE FROM record_entries WHERE service = 'lra' AND sequence = (SELECT sequence FROM record_heads WHERE service = 'lra')", "newest 1 entries are missing");
            data.Add(kind, "UPDATE record_personal_texts SET text = 'something else' WHERE name = 'reason'", "is not the one it commits to");
            data.Add(kind, "DELETE FROM record_personal_texts WHERE name = 'reason'", "is not the one it commits to");
            data.Add(kind, "UPDATE record_heads SET hash = 'x' WHERE service = 'lra'", "the head names another entry");
            data.Add(kind, "DELETE FROM record_heads WHERE service = 'lra'", "entries and no head");
        }

        return data;
    }

    [Theory]
    [MemberData(nameof(Tampering))]
    public async Task Tampering_is_found_and_named(DatabaseKind kind, string sql, string reason)
    {
        await using var house = await House.OpenAsync(kind, PlayedTo);
        (await house.SendAsync(new VerifyAudit())).ShouldBeOfType<VerifyAuditResult.Sound>().Entries.ShouldBeGreaterThan(60);
        await using (var db = house.Db())
        {
            await LiftTheTriggersAsync(db);
            (await db.Database.ExecuteSqlRawAsync(sql)).ShouldBeGreaterThan(0);
        }

        (await house.SendAsync(new VerifyAudit())).ShouldBeOfType<VerifyAuditResult.Broken>().Reason.ShouldContain(reason);
    }

    [Theory]
    [MemberData(nameof(Stores.Both), MemberType = typeof(Stores))]
    public async Task The_database_itself_refuses_to_change_the_record(DatabaseKind kind)
    {
        await using var house = await House.OpenAsync(kind, PlayedTo);
        await using var db = house.Db();
        (await Should.ThrowAsync<Exception>(() => db.Database.ExecuteSqlRawAsync("UPDATE record_entries SET event = 'x'"))).Message.ShouldContain("append-only");
        (await Should.ThrowAsync<Exception>(() => db.Database.ExecuteSqlRawAsync("DELETE FROM record_entries"))).Message.ShouldContain("append-only");
    }

    [Theory]
    [MemberData(nameof(Stores.Both), MemberType = typeof(Stores))]
    public async Task Erasing_a_person_leaves_the_chain_verifiable_and_no_text_of_theirs(DatabaseKind kind)
    {
        await using var house = await House.OpenAsync(kind, PlayedTo);
        var before = (VerifyAuditResult.Sound)await house.SendAsync(new VerifyAudit());
        await using (var db = house.Db())
        {
            var person = await db.RecordPersonalTexts.Where(x => x.Name == "reason").Select(x => x.PersonId).FirstAsync();
            await db.RecordPersonalTexts.Where(x => x.PersonId == person).ExecuteDeleteAsync();
            await db.PersonSalts.Where(x => x.PersonId == person).ExecuteDeleteAsync();
        }

        (await house.SendAsync(new VerifyAudit())).ShouldBe(before);
    }

    [Fact]
    public async Task The_chain_holds_no_name_no_address_and_no_free_text()
    {
        await using var house = await House.OpenAsync(DatabaseKind.Sqlite, PlayedTo);
        await using var db = house.Db();
        var bodies = string.Join('\n', await db.RecordEntries.Select(x => x.Body).ToListAsync());
        foreach (var person in await db.People.ToListAsync())
        {
            bodies.ShouldNotContain(person.Email);
        }

        foreach (var text in await db.RecordPersonalTexts.Select(x => x.Text).Distinct().ToListAsync())
        {
            bodies.ShouldNotContain($"\"{text}\"");
        }
    }

    private static Task<int> LiftTheTriggersAsync(GovernanceDb db) => db.Database.ExecuteSqlRawAsync(db.Database.IsSqlite()
        ? "DROP TRIGGER record_entries_no_update; DROP TRIGGER record_entries_no_delete"
        : "DROP TRIGGER record_entries_append_only ON record_entries");
}
