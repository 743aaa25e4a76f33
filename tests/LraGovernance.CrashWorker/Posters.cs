using System.Collections.Concurrent;
using System.Threading.Channels;
using LraGovernance.Data;
using LraGovernance.Decisions;
using LraGovernance.Pipeline;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace LraGovernance.CrashWorker;

/// <summary>An invitation to be answered, or one answered lately by somebody who never saw a receipt.</summary>
internal sealed record Ask(Guid InvitationId, Guid PersonId, string Service, string DocumentHash);

/// <summary>
/// Several people at once, who click twice, have another tab open, and click again after a doubt. What a person sends follows
/// from the seed and the invitation alone, so that whoever sends it again after a crash sends the same.
/// </summary>
internal sealed class Posters(IServiceProvider house, string seed, string run, ChannelWriter<Guid> replies)
{
    private const int AtOnce = 6;
    private const int InDoubt = 8;

    private readonly Commands _commands = house.GetRequiredService<Commands>();
    private readonly SeededRandomness _people = new(seed);
    private readonly SeededRandomness _thisTime = new($"{seed}/{run}");

    public async Task PostAllAsync()
    {
        var queue = new ConcurrentQueue<Ask>(await ToBeAnsweredAsync());
        await Task.WhenAll(Enumerable.Range(0, AtOnce).Select(_ => Task.Run(async () =>
        {
            while (queue.TryDequeue(out var ask))
            {
                await PostAsync(ask);
            }
        })));
    }

    private async Task<IEnumerable<Ask>> ToBeAnsweredAsync()
    {
        await using var scope = house.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<GovernanceDb>();
        var asked = db.Invitations.Join(db.DecisionRequests, x => x.RequestId, x => x.Id, (invitation, request) => new
        {
            Ask = new Ask(invitation.Id, invitation.PersonId, request.Service, request.DocumentHash), request.State, invitation.Id,
        });
        var latest = db.Answers.OrderByDescending(x => x.At).Take(InDoubt).Select(x => x.InvitationId);
        var doubtful = await asked.Where(x => latest.Contains(x.Id)).Select(x => x.Ask).ToListAsync();
        var open = await asked.Where(x => x.State == RequestState.Open && !db.Answers.Any(a => a.InvitationId == x.Id)).Select(x => x.Ask).ToListAsync();
        return doubtful.Concat(open.OrderBy(x => _thisTime.Id("order", x.InvitationId.ToString())));
    }

    private async Task PostAsync(Ask ask)
    {
        await Task.WhenAll(Enumerable.Range(0, _thisTime.Bytes("manner", ask.InvitationId.ToString(), 1)[0] switch { < 120 => 2, _ => 1 })
            .Select(_ => SendAsync(ask, "click")));
        if (_thisTime.Bytes("tab", ask.InvitationId.ToString(), 1)[0] < 40)
        {
            await SendAsync(ask, "other tab");
        }
    }

    private async Task SendAsync(Ask ask, string tab)
    {
        var option = _people.Bytes("option", ask.InvitationId.ToString(), 1)[0] switch { < 12 => "Reject", < 24 => "AskForChanges", _ => "Approve" };
        var command = new RecordDecision(
            _people.Id(tab, ask.InvitationId.ToString()), ask.Service, ask.InvitationId, option, "Because.", "Board Member", ask.DocumentHash, null);
        var result = await _commands.SendAsync(command, Actor.ByLink(ask.PersonId, ask.InvitationId));

        // One write of one line: it reaches the pipe whole or not at all.
        Console.WriteLine(result switch
        {
            RecordDecisionResult.Recorded recorded => $"recorded {command.CommandId} {ask.InvitationId} {recorded.AnswerId} {option}",
            RecordDecisionResult.AlreadyAnswered already => $"already {command.CommandId} {ask.InvitationId} {already.AnswerId} {already.Option}",
            RecordDecisionResult.Refused => $"refused {command.CommandId} {ask.InvitationId}",
            _ => throw new InvalidOperationException($"{result} is no reply to a member of the board."),
        });
        await replies.WriteAsync(command.CommandId);
    }
}
