using System.CommandLine;
using LraGovernance.Audit;
using LraGovernance.Pipeline;

namespace LraGovernance.Web.Verbs;

internal static class VerifyAuditVerb
{
    public static Command Command()
    {
        var db = DatabaseVerb.Option();
        var command = new Command("verify-audit", "Reads the record from its beginning. Exit code 1 with the first bad entry when it is broken.") { db };
        command.SetAction((parsed, cancellationToken) => DatabaseVerb.RunAsync(parsed.GetValue(db), async (_, commands) =>
        {
            switch (await commands.SendAsync(new VerifyAudit(), Actor.System("verb"), cancellationToken))
            {
                case VerifyAuditResult.Sound sound:
                    Console.WriteLine($"sound: {sound.Entries} entries, record {sound.RecordHead}");
                    return 0;
                case VerifyAuditResult.Broken broken:
                    await Console.Error.WriteLineAsync($"broken: {broken.Service} entry {broken.Sequence}: {broken.Reason}");
                    return 1;
                default:
                    throw new InvalidOperationException();
            }
        }));
        return command;
    }
}
