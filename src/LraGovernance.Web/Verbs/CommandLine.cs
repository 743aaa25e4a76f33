using System.CommandLine;
using System.CommandLine.Invocation;

namespace LraGovernance.Web.Verbs;

/// <summary>The verbs of the program; without one it serves.</summary>
internal static class CommandLine
{
    public static async Task<int> RunAsync(string[] args)
    {
        var root = Root();

        // The host reads settings such as --urls itself; only a known verb, or a question about verbs, is ours.
        var asksForAVerb = args.Length > 0 && (!args[0].StartsWith('-') || args[0] is "--help" or "-h" or "-?" or "--version");
        if (!asksForAVerb)
        {
            return await ServeVerb.RunAsync(args);
        }

        var parsed = root.Parse(args);
        return parsed.Action is ParseErrorAction ? await RefuseAsync(parsed) : await parsed.InvokeAsync();
    }

    /// <summary>A slip on the command line is refused: exit code 1 is kept for what a verb has found.</summary>
    private static async Task<int> RefuseAsync(ParseResult parsed)
    {
        foreach (var slip in parsed.Errors)
        {
            await Console.Error.WriteLineAsync(slip.Message);
        }

        await Console.Error.WriteLineAsync($"Run '{parsed.CommandResult.Command.Name} --help' to see what it takes.");
        return 2;
    }

    /// <summary>A path or a name that is given must say something.</summary>
    public static Option<string?> NotEmpty(this Option<string?> option)
    {
        option.Validators.Add(x =>
        {
            if (x.Tokens.Any(token => string.IsNullOrWhiteSpace(token.Value)))
            {
                x.AddError($"{option.Name} is empty.");
            }
        });
        return option;
    }

    /// <summary>The program with its verbs.</summary>
    public static RootCommand Root()
    {
        var root = new RootCommand("LRA Governance runs a council's internal commissioning cycle. Without a verb it serves the site.");
        root.Subcommands.Add(ServeVerb.Command());
        root.Subcommands.Add(RehearseVerb.Command());
        root.Subcommands.Add(RateVerb.Command());
        root.Subcommands.Add(RunWorkflowVerb.Command());
        root.Subcommands.Add(CheckWorkflowsVerb.Command());
        root.Subcommands.Add(DrawWorkflowsVerb.Command());
        root.Subcommands.Add(MoveInstancesVerb.Command());
        root.Subcommands.Add(VerifyAuditVerb.Command());
        root.Subcommands.Add(MigrateVerb.Command());
        root.Subcommands.Add(LoadPackVerb.Command());
        root.Subcommands.Add(AddAdministratorVerb.Command());
        return root;
    }
}
