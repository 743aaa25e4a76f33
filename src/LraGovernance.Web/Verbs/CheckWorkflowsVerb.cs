using System.CommandLine;
using LraGovernance.Running;
using LraGovernance.Web.Serving;

namespace LraGovernance.Web.Verbs;

internal static class CheckWorkflowsVerb
{
    public static Command Command()
    {
        var folder = new Argument<string?>("DIR") { Description = "Folder of definitions (default: the build's own)", Arity = ArgumentArity.ZeroOrOne };
        var command = new Command("check-workflows", "Checks definitions by the engine's load rules and by the house rules. Exit code 1 when a rule is broken, 2 when there is nothing to check.") { folder };
        command.SetAction(parsed => Check(parsed.GetValue(folder) ?? Hosting.Folders.Workflows));
        return command;
    }

    private static int Check(string folder)
    {
        using var services = ProductActivities.Compose(Hosting.Folders with { Workflows = folder });
        var catalogue = services.GetRequiredService<WorkflowCatalogue>();
        try
        {
            services.GetRequiredService<HouseRules.HouseRules>().RequireSound(catalogue);
        }
        catch (WorkflowsRefusedException refused)
        {
            foreach (var fault in refused.Faults)
            {
                Console.Error.WriteLine($"{fault.File} {fault.Path}: {fault.Reason}");
            }

            return 1;
        }

        if (catalogue.Files.Count == 0)
        {
            Console.Error.WriteLine($"{folder}: there is no definition to check");
            return 2;
        }

        foreach (var file in catalogue.Files)
        {
            Console.WriteLine($"{file.Name}: {file.Definition.Name} v{file.Definition.Version}, {file.Definition.AllActivities().Count()} activities, sound");
        }

        return 0;
    }
}
