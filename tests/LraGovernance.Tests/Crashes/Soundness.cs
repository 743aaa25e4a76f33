using System.Text.Json.Nodes;
using LraGovernance.Audit;
using LraGovernance.Decisions;
using LraGovernance.Notifications;
using LraGovernance.Running;
using Shouldly;

namespace LraGovernance.Tests.Crashes;

/// <summary>What must hold after any crash: no acknowledged decision lost, none doubled, every process where its answers put it.</summary>
internal static class Soundness
{
    private const string Yes = "Approve";

    public static void Check(Aftermath after, IReadOnlyCollection<Receipt> receipts, string pickup)
    {
        after.Incidents.ShouldBe(0);
        EveryReceiptIsKept(after, receipts);
        EveryAnswerStandsOnce(after);
        EveryProcessIsWhereItsAnswersPutIt(after);
        EveryMailIsOwedOnceAndOnItsWay(after, pickup);
    }

    private static void EveryReceiptIsKept(Aftermath after, IReadOnlyCollection<Receipt> receipts)
    {
        var answers = after.Answers.ToDictionary(x => x.Id);
        receipts.Where(x => !(answers.TryGetValue(x.AnswerId, out var answer) && answer.InvitationId == x.InvitationId && answer.Option == x.Option))
            .ShouldBeEmpty("acknowledged and lost");
        receipts.Where(x => !(after.Handled.TryGetValue(x.CommandId, out var handled) && AnswerOf(handled.Result) == x.AnswerId))
            .ShouldBeEmpty("acknowledged, and a repeat would get another receipt");
    }

    private static void EveryAnswerStandsOnce(Aftermath after)
    {
        var answers = after.Answers.Select(x => x.Id).Order().ToList();
        after.Answers.GroupBy(x => x.InvitationId).Where(x => x.Count(a => a.SupersededAt is null) > 1).ShouldBeEmpty("doubled");
        after.Record["decision-recorded"].Select(x => (Guid)JsonNode.Parse(x.Body)!["after"]!["answer"]!).Order().ToList().ShouldBe(answers, "one entry an answer");
        after.Handled.Values.Where(x => x.ResultCase == nameof(RecordDecisionResult.Recorded)).Select(x => AnswerOf(x.Result)).Order().ToList()
            .ShouldBe(answers, "one handled command an answer");
        after.Mails.Where(x => x.Template == "decision-receipt").Select(x => Guid.Parse(x.Occurrence)).Order().ToList().ShouldBe(answers, "one receipt an answer");
    }

    private static void EveryProcessIsWhereItsAnswersPutIt(Aftermath after)
    {
        var answers = after.Answers.Where(x => x.SupersededAt is null).ToLookup(x => x.RequestId, x => x.Option);
        var instances = after.Instances.ToDictionary(x => x.Id);
        var decided = after.Record["body-decided"].ToLookup(x => x.Subject);
        var noted = after.Record["noted"].ToLookup(x => x.Subject);
        var finished = after.Record["instance-finished"].ToLookup(x => x.Subject);
        var tasks = after.Tasks.ToLookup(x => x.InstanceId);
        after.JournalLengths.ShouldBe(after.Instances.ToDictionary(x => x.Id, x => (int)x.JournalLength), ignoreOrder: true);
        foreach (var request in after.Requests)
        {
            var given = answers[request.Id].ToList();
            var outcome = given.Find(x => x != Yes) ?? (given.Count == request.Invitations.Count ? Yes : null);
            var instance = instances[request.InstanceId];
            var approved = outcome == Yes ? 1 : 0;
            var over = outcome is null ? 0 : 1;
            var where = (request.State, request.Outcome, instance.Status, Waits: after.Bookmarks[instance.Id].Count(), Decided: decided[$"decision/{request.Id}"].Count(),
                Finished: finished[$"instance/{instance.Id}"].Count(), Noted: noted[$"case/{instance.Key}"].Count(), Tasks: tasks[instance.Id].Count());
            where.ShouldBe((over == 1 ? RequestState.Decided : RequestState.Open, outcome, over == 1 ? InstanceStatus.Finished : InstanceStatus.Waiting,
                1 - over, over, over, approved, approved), $"case {instance.Key} with {string.Join(", ", given)}");
        }
    }

    private static void EveryMailIsOwedOnceAndOnItsWay(Aftermath after, string pickup)
    {
        foreach (var request in after.Requests)
        {
            var told = after.Mails.Count(x => x.Template == "decision-closed" && x.Occurrence == request.Id.ToString());
            told.ShouldBe(request.State == RequestState.Open ? 0 : request.Invitations.Count);
        }

        var sent = after.Record["mail-sent"].ToLookup(x => x.Subject);
        var mails = after.Mails.ToDictionary(x => x.Id);
        foreach (var carried in after.Mails.Where(x => x.CarriedBy is not null))
        {
            // What goes in a digest shares its fate, and has no way of its own.
            var digest = mails[carried.CarriedBy!.Value];
            (carried.State == MailState.Sent).ShouldBe(digest.State == MailState.Sent, $"{carried.Template} {carried.Id} is {carried.State}, and its digest {digest.State}");
            after.MailsDue.ShouldNotContain(carried.Id.ToString());
        }

        foreach (var mail in after.Mails.Where(x => x.CarriedBy is null))
        {
            var (isSent, isDue) = (mail.State == MailState.Sent, after.MailsDue.Contains(mail.Id.ToString()));
            (isSent || mail.State is MailState.Pending or MailState.Claimed or MailState.Sending or MailState.Unknown).ShouldBeTrue($"{mail.Template} {mail.Id} is {mail.State}: {mail.LastError}");
            isDue.ShouldBe(!isSent, "what is owed is on the agenda, and nothing else");
            sent[$"mail/{mail.Id}"].Count().ShouldBe(isSent ? 1 : 0);
            (!isSent || File.Exists(Path.Combine(pickup, $"{mail.Id:N}.eml"))).ShouldBeTrue("what is marked as sent has left");
        }
    }

    private static Guid AnswerOf(string result) => (Guid)JsonNode.Parse(result)!["AnswerId"]!;
}
