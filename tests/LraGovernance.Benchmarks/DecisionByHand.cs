using System.Data.Common;
using System.Globalization;
using LraGovernance.Audit;
using LraGovernance.Data;
using LraGovernance.Decisions;
using Microsoft.Data.Sqlite;
using Npgsql;

namespace LraGovernance.Benchmarks;

/// <summary>
/// What a decision writes, written by hand: one transaction, the same lock, the same rows with the same chained entry, no
/// framework. It reads what it cannot do without: the head, whether the command was handled, the request, the answers.
/// </summary>
internal sealed class DecisionByHand(DatabaseSettings database, DateTimeOffset now)
{
    private const string Reason = "Because it says what was agreed.";
    private const string Name = "Board Member";

    private readonly bool _sqlite = database.Kind == DatabaseKind.Sqlite;
    private readonly DateTimeOffset _now = now;

    public async Task AnswerAsync(DecisionRequest request, Invitation invitation, Guid command, Guid answer, Guid mail)
    {
        await using var connection = _sqlite ? (DbConnection)new SqliteConnection(database.ConnectionString) : new NpgsqlConnection(database.ConnectionString);
        await connection.OpenAsync();
        await using var transaction = await connection.BeginTransactionAsync();
        var sql = new Statements(connection, transaction);
        var head = (await sql.ReadAsync($"SELECT sequence, hash FROM record_heads WHERE service = @p0{(_sqlite ? "" : " FOR UPDATE")}", request.Service))!;
        if (await sql.ReadAsync("SELECT result FROM handled_commands WHERE command_id = @p0", command) is not null
            || await sql.ReadAsync(
                "SELECT r.state, r.document_hash, r.row_version FROM invitations i JOIN decision_requests r ON r.id = i.request_id WHERE i.id = @p0", invitation.Id) is not { } row
            || (string)row[0] != "Open" || (string)row[1] != request.DocumentHash
            || await sql.ReadAsync("SELECT id FROM answers WHERE invitation_id = @p0 AND superseded_at IS NULL", invitation.Id) is not null)
        {
            throw new InvalidOperationException("The request cannot be answered.");
        }

        await AnswerAsync(sql, request, invitation, answer, (long)row[2]);
        await RecordAsync(sql, request, invitation, answer, (long)head[0] + 1, (string)head[1]);
        await ReceiptAsync(sql, request, invitation, answer, mail);
        await sql.WriteAsync("INSERT INTO handled_commands VALUES (@p0, 'RecordDecision', @p1, 'Recorded', @p2, @p3)",
            command, CanonicalJson.Hash($"{command}{invitation.Id}"), $$"""{"AnswerId":"{{answer}}"}""", Time);
        await transaction.CommitAsync();
    }

    private object Time => _sqlite ? _now.ToUnixTimeMilliseconds() : _now;

    private async Task AnswerAsync(Statements sql, DecisionRequest request, Invitation invitation, Guid answer, long version)
    {
        await sql.WriteAsync("INSERT INTO answers VALUES (@p0, @p1, @p2, 'Approve', @p3, @p4, @p5, @p6, 'link', 'link', @p7, NULL)",
            answer, request.Id, invitation.Id, Reason, Name, request.DocumentHash, Time, false);
        await sql.WriteAsync("UPDATE decision_requests SET row_version = @p0 WHERE id = @p1 AND row_version = @p2", version + 1, request.Id, version);
    }

    private async Task RecordAsync(Statements sql, DecisionRequest request, Invitation invitation, Guid answer, long sequence, string previous)
    {
        if (await sql.ReadAsync("SELECT salt FROM person_salts WHERE person_id = @p0", invitation.PersonId) is not [byte[] salt])
        {
            salt = new byte[32];
            await sql.WriteAsync("INSERT INTO person_salts VALUES (@p0, @p1)", invitation.PersonId, salt);
        }

        var body = string.Create(CultureInfo.InvariantCulture, $$$"""
            {"actor":{"assurance":"link","capacity":"{{{invitation.Capacity}}}","kind":"person","person":"{{{invitation.PersonId}}}","through":"link"},"after":{"answer":"{{{answer}}}","document":"{{{request.DocumentHash}}}","hasty":false,"option":"Approve","seat":"{{{invitation.SeatKey}}}"},"at":"{{{_now:yyyy-MM-ddTHH:mm:ss.fffZ}}}","commitments":{"nameTyped":{"hash":"{{{Record.Commit(salt, Name)}}}","person":"{{{invitation.PersonId}}}"},"reason":{"hash":"{{{Record.Commit(salt, Reason)}}}","person":"{{{invitation.PersonId}}}"}},"detail":"{{{invitation.RoleTitle}}}: Approve","event":"decision-recorded","instanceKey":"{{{request.InstanceKey}}}","process":"{{{request.Process}}}","sequence":{{{sequence}}},"service":"{{{request.Service}}}","subject":"decision/{{{request.Id}}}"}
            """);
        var hash = CanonicalJson.Hash(previous + "\n" + body);
        await sql.WriteAsync("INSERT INTO record_entries VALUES (@p0, @p1, @p2, 'decision-recorded', @p3, @p4, @p5, @p6, @p7, @p8)",
            request.Service, sequence, Time, $"decision/{request.Id}", request.Process, request.InstanceKey, body, previous, hash);
        await sql.WriteAsync("INSERT INTO record_personal_texts VALUES (@p0, @p1, 'nameTyped', @p2, @p3)", request.Service, sequence, invitation.PersonId, Name);
        await sql.WriteAsync("INSERT INTO record_personal_texts VALUES (@p0, @p1, 'reason', @p2, @p3)", request.Service, sequence, invitation.PersonId, Reason);
        await sql.WriteAsync("UPDATE record_heads SET sequence = @p0, hash = @p1 WHERE service = @p2", sequence, hash, request.Service);
    }

    private async Task ReceiptAsync(Statements sql, DecisionRequest request, Invitation invitation, Guid answer, Guid mail)
    {
        var words = $$"""{"title":"{{request.Title}}","body":"{{request.BodyName}}","role":"{{invitation.RoleTitle}}","deputy":"","due":"no fixed date","option":"Approve","hash":"{{request.DocumentHash[..12]}}"}""";
        await sql.WriteAsync(
            "INSERT INTO outbox (id, service, template, person_id, invitation_id, data, occurrence, process, instance_key, state, attempts, queued_at, sent_at, last_error) "
            + "VALUES (@p0, @p1, 'decision-receipt', @p2, NULL, @p3, @p4, @p5, @p6, 'Pending', 0, @p7, NULL, NULL)",
            mail, request.Service, invitation.PersonId, words, $"{answer}", request.Process, request.InstanceKey, Time);
        await sql.WriteAsync("INSERT INTO agenda VALUES ('mail', @p0, @p1, @p2, NULL)", $"{mail}", request.Service, Time);
    }

    private sealed class Statements(DbConnection connection, DbTransaction transaction)
    {
        public async Task WriteAsync(string sql, params object[] values)
        {
            await using var command = Command(sql, values);
            if (await command.ExecuteNonQueryAsync() != 1)
            {
                throw new InvalidOperationException($"Not one row: {sql}");
            }
        }

        /// <summary>The one row, or null.</summary>
        public async Task<object[]?> ReadAsync(string sql, params object[] values)
        {
            await using var command = Command(sql, values);
            await using var reader = await command.ExecuteReaderAsync();
            if (!await reader.ReadAsync())
            {
                return null;
            }

            var row = new object[reader.FieldCount];
            reader.GetValues(row);
            return row;
        }

        private DbCommand Command(string sql, object[] values)
        {
            var command = connection.CreateCommand();
            command.Transaction = transaction;
#pragma warning disable CA2100 // the texts are in this file
            command.CommandText = sql;
#pragma warning restore CA2100
            for (var i = 0; i < values.Length; i++)
            {
                var parameter = command.CreateParameter();
                parameter.ParameterName = $"p{i}";
                parameter.Value = values[i];
                command.Parameters.Add(parameter);
            }

            return command;
        }
    }
}
