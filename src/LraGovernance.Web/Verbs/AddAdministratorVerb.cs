using System.CommandLine;
using FluentValidation;
using LraGovernance.People;
using LraGovernance.Pipeline;

namespace LraGovernance.Web.Verbs;

internal static class AddAdministratorVerb
{
    public static Command Command()
    {
        var email = new Argument<string>("EMAIL") { Description = "Address to sign in with" };
        var db = DatabaseVerb.Option();
        var command = new Command("add-administrator", "Makes somebody an administrator of every service: the start of a real council.") { email, db };
        command.SetAction((parsed, cancellationToken) => DatabaseVerb.RunAsync(parsed.GetValue(db), async (services, commands) =>
        {
            var add = new AddAdministrator(services.GetRequiredService<Randomness>().Id("add-administrator", ""), parsed.GetValue(email)!);
            try
            {
                var result = await commands.SendAsync(add, Actor.System("verb"), cancellationToken);
                Console.WriteLine(result switch
                {
                    AddAdministratorResult.Added added => $"administrator of {string.Join(", ", added.Services)}",
                    AddAdministratorResult.AlreadyAdministrator => "is an administrator already",
                    _ => "no service is loaded yet: load-pack comes first",
                });
                return result is AddAdministratorResult.NoService ? 1 : 0;
            }
            catch (ValidationException slip)
            {
                await Console.Error.WriteLineAsync(slip.Errors.First().ErrorMessage);
                return 2;
            }
        }));
        return command;
    }
}
