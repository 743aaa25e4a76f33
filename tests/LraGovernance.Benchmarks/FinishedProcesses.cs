using System.Data.Common;
using System.Security.Cryptography;
using System.Text;
using LraGovernance.Data;
using LraGovernance.Decisions;
using LraGovernance.Running;
using LraGovernance.Tests;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;

namespace LraGovernance.Benchmarks;

/// <summary>
/// Many finished processes at once: one is finished by the product, its mails sent, and its rows are copied with identities
/// of their own. The copied entries of the record are as many and as long, but not chained.
/// </summary>
internal static class FinishedProcesses
{
    private const string Case = "finished";

    /// <summary>Table, which rows belong to the process, and what in them is an identity (#), a text to be told apart (+) or a place in the record (@).</summary>
    private static readonly (string Table, string Where, string Columns)[] Rows =
    [
        ("instances", "key = 'finished'", "#id +key"),
        ("journal", "instance_id IN (SELECT id FROM instances WHERE key = 'finished')", "#instance_id"),
        ("decision_requests", "instance_key = 'finished'", "#id #instance_id +instance_key +paper_key"),
        ("invitations", "request_id IN (SELECT id FROM decision_requests WHERE instance_key = 'finished')", "#id #request_id"),
        ("answers", "request_id IN (SELECT id FROM decision_requests WHERE instance_key = 'finished')", "#id #request_id #invitation_id"),
        ("tasks", "instance_key = 'finished'", "#id #instance_id +instance_key"),
        ("task_assignees", "task_id IN (SELECT id FROM tasks WHERE instance_key = 'finished')", "#task_id"),
        ("outbox", "instance_key = 'finished'", "#id #invitation_id +occurrence +instance_key"),
        ("link_tokens", "mail_id IN (SELECT id FROM outbox WHERE instance_key = 'finished')", "+hash #mail_id #invitation_id"),
        ("handled_commands", "command IN ('RecordDecision', 'StartProcess', 'ClaimMail', 'MarkMail')", "#command_id"),
        ("record_personal_texts", "sequence > {first}", "@sequence"),
        ("record_entries", "sequence > {first}", "@sequence +subject +instance_key"),
    ];

    /// <param name="store">Where one has finished.</param>
    /// <param name="one">What that one wrote.</param>
    /// <param name="count">How many shall have finished in all.</param>
    public static async Task AddAsync(Store store, (long First, long Last) one, int count)
    {
        if (count == 1)
        {
            return;
        }

        var (first, last) = one;
        await using var db = store.Open();
        await db.Database.OpenConnectionAsync();
        var connection = db.Database.GetDbConnection();
        await using var transaction = await connection.BeginTransactionAsync();
        (connection as SqliteConnection)?.CreateFunction("other_id", (string? id, long n) => id is null ? null : OtherId(id, n));
        foreach (var (table, where, columns) in Rows)
        {
            await ExecuteAsync(connection, transaction, Copy(connection, table, where.Replace("{first}", $"{first}", StringComparison.Ordinal), columns, await ColumnsAsync(connection, transaction, table), last - first, count - 1));
        }

        await ExecuteAsync(connection, transaction, $"UPDATE record_heads SET sequence = {first + ((last - first) * count)} WHERE service = '{BoardBuilder.Service}'");
        await transaction.CommitAsync();
        await ExecuteAsync(connection, null, "ANALYZE");
    }

    /// <returns>The record's last entry before the process, and its last.</returns>
    public static async Task<(long First, long Last)> FinishOneAsync(Store store)
    {
        var house = (await OpenInvitations.OpenAsync(store)).House;
        await house.WorkAsync();
        await using var db = store.Open();
        await db.HandledCommands.ExecuteDeleteAsync();
        var first = (await db.RecordHeads.AsNoTracking().SingleAsync(x => x.Service == BoardBuilder.Service)).Sequence;
        var board = new Board(house, []);
        await house.SendAsync(new StartProcess(house.Randomness.Id("start", Case), BoardBuilder.Service, TinyProcess.DefinitionId, Case));
        await house.WorkAsync();
        var request = await board.RequestAsync(Case);
        foreach (var (_, seat) in request.Invitations.Select((x, i) => (x, i + 1)))
        {
            await board.AnswerAsync(request, seat, "Approve");
        }

        await house.WorkAsync();
        if (!await db.Instances.AnyAsync(x => x.Key == Case && x.Status == InstanceStatus.Finished))
        {
            throw new InvalidOperationException("The process to be copied has not finished.");
        }

        var last = (await db.RecordHeads.AsNoTracking().SingleAsync(x => x.Service == BoardBuilder.Service)).Sequence;
        await house.CloseAsync();
        await store.CloseAsync();
        return (first, last);
    }

    private static string Copy(DbConnection connection, string table, string where, string changed, IReadOnlyList<string> columns, long entries, int count)
    {
        var changes = changed.Split(' ').ToDictionary(x => x[1..], x => x[0]);
        var (series, sqlite) = connection is SqliteConnection
            ? ($"WITH RECURSIVE series(n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM series WHERE n < {count}) ", true) : ($"WITH series AS (SELECT generate_series(1, {count}) AS n) ", false);
        var values = columns.Select(x => changes.GetValueOrDefault(x) switch
        {
            '#' => sqlite ? $"other_id(\"{x}\", n)" : $"md5(\"{x}\"::text || n)::uuid",
            '+' => $"\"{x}\" || '-' || n",
            '@' => $"\"{x}\" + n * {entries}",
            _ => $"\"{x}\"",
        });
        return $"{series}INSERT INTO {table} ({string.Join(", ", columns.Select(x => $"\"{x}\""))}) SELECT {string.Join(", ", values)} FROM {table}, series WHERE {where}";
    }

    private static string OtherId(string id, long n) =>
#pragma warning disable CA5351 // identities, not secrets; the same as the other database makes
        new Guid(MD5.HashData(Encoding.UTF8.GetBytes($"{id}{n}"))).ToString().ToUpperInvariant();
#pragma warning restore CA5351

    private static async Task<IReadOnlyList<string>> ColumnsAsync(DbConnection connection, DbTransaction transaction, string table)
    {
        await using var command = connection.CreateCommand();
        command.Transaction = transaction;
#pragma warning disable CA2100 // names are our own
        command.CommandText = connection is SqliteConnection ? $"SELECT name FROM pragma_table_info('{table}')"
            : $"SELECT column_name FROM information_schema.columns WHERE table_name = '{table}' AND table_schema = 'public'";
#pragma warning restore CA2100
        await using var reader = await command.ExecuteReaderAsync();
        var columns = new List<string>();
        while (await reader.ReadAsync())
        {
            columns.Add(reader.GetString(0));
        }

        return columns;
    }

    private static async Task ExecuteAsync(DbConnection connection, DbTransaction? transaction, string sql)
    {
        await using var command = connection.CreateCommand();
        command.Transaction = transaction;
        command.CommandTimeout = 300;
#pragma warning disable CA2100 // the texts are in this file
        command.CommandText = sql;
#pragma warning restore CA2100
        await command.ExecuteNonQueryAsync();
    }
}
