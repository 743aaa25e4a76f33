using System.CommandLine;
using LraGovernance.Packs;
using LraGovernance.Pipeline;

namespace LraGovernance.Web.Verbs;

internal static class LoadPackVerb
{
    public static Command Command()
    {
        var pack = new Argument<string>("PACK") { Description = "Name of a pack" };
        var db = DatabaseVerb.Option();
        var command = new Command("load-pack", "Takes a service on from its pack: roles, people, bodies, calendar, and what is due next.") { pack, db };
        command.SetAction((parsed, cancellationToken) => DatabaseVerb.RunAsync(parsed.GetValue(db), async (services, commands) =>
        {
            var load = new LoadPack(services.GetRequiredService<Randomness>().Id("load-pack", ""), parsed.GetValue(pack)!);
            try
            {
                switch (await commands.SendAsync(load, Actor.System("verb"), cancellationToken))
                {
                    case LoadPackResult.Loaded x:
                        Console.WriteLine($"{x.Service}: {x.Roles} roles, {x.People} people, {x.Bodies} bodies, {x.Dates} dates");
                        return 0;
                    case LoadPackResult.AlreadyLoaded x:
                        Console.WriteLine($"{x.Service} is loaded already");
                        return 0;
                    default:
                        throw new InvalidOperationException();
                }
            }
            catch (PackRefusedException refused)
            {
                await Console.Error.WriteLineAsync(refused.Message);
                return 2;
            }
        }));
        return command;
    }
}
