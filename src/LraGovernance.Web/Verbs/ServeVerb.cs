using System.CommandLine;
using LraGovernance.Running;
using LraGovernance.Web.Serving;

namespace LraGovernance.Web.Verbs;

internal static class ServeVerb
{
    public static Command Command()
    {
        var rest = new Argument<string[]>("settings") { Description = "Settings for the host, such as --urls http://localhost:5080", Arity = ArgumentArity.ZeroOrMore };
        var command = new Command("serve", "Serves the site (what the program does without a verb).") { rest };
        command.TreatUnmatchedTokensAsErrors = false;
        command.SetAction((parsed, _) => RunAsync([.. parsed.GetValue(rest) ?? [], .. parsed.UnmatchedTokens]));
        return command;
    }

    public static async Task<int> RunAsync(string[] args)
    {
        try
        {
            var builder = WebApplication.CreateBuilder(args);
            builder.AddSite();
            var app = builder.Build();
            app.UseSite();
            await app.RunAsync();
            return Environment.ExitCode;
        }
        catch (Exception refusal) when (refusal is MissingSettingException or WorkflowsRefusedException)
        {
            await Console.Error.WriteLineAsync(refusal.Message);
            return 2;
        }
    }
}
