using System.CommandLine;

namespace LraGovernance.Web.Verbs;

/// <summary>The verbs of the program; without one it serves.</summary>
internal static class CommandLine
{
    public static async Task<int> RunAsync(string[] args)
    {
        var root = Root();

        // The host reads settings such as --urls itself; only a known verb, or a question about verbs, is ours.
        var asksForAVerb = args.Length > 0 && (!args[0].StartsWith('-') || args[0] is "--help" or "-h" or "-?" or "--version");
        return asksForAVerb ? await root.Parse(args).InvokeAsync() : await ServeVerb.RunAsync(args);
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
