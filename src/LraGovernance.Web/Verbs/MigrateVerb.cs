using System.CommandLine;
using LraGovernance.Data;

namespace LraGovernance.Web.Verbs;

internal static class MigrateVerb
{
    public static Command Command()
    {
        var db = DatabaseVerb.Option();
        var command = new Command("migrate", "Brings the database's schema up to date.") { db };
        command.SetAction((parsed, cancellationToken) => DatabaseVerb.RunAsync(parsed.GetValue(db), async (services, _) =>
        {
            await using var scope = services.CreateAsyncScope();
            var applied = await scope.ServiceProvider.GetRequiredService<Migrations>().ApplyAsync(cancellationToken);
            Console.WriteLine(applied.Count == 0 ? "up to date" : $"applied {string.Join(", ", applied)}");
            return 0;
        }, needsSchema: false));
        return command;
    }
}
