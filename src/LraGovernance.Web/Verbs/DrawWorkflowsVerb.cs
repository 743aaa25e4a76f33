using System.CommandLine;
using LraGovernance.Engine.Definitions;
using LraGovernance.Engine.Drawing;
using LraGovernance.Running;
using LraGovernance.Web.Serving;

namespace LraGovernance.Web.Verbs;

internal static class DrawWorkflowsVerb
{
    internal const string Begin = "<!-- drawn by draw-workflows: begin -->", End = "<!-- drawn by draw-workflows: end -->";

    public static Command Command()
    {
        var folder = new Argument<string?>("DIR") { Description = "Folder of definitions (default: the build's own)", Arity = ArgumentArity.ZeroOrOne };
        var into = new Option<string?>("--into") { Description = "Markdown file to put the drawings into, between its two marks" };
        var command = new Command("draw-workflows", "Draws every definition as Mermaid text.") { folder, into };
        command.SetAction(parsed => Draw(parsed.GetValue(folder) ?? Hosting.Folders.Workflows, parsed.GetValue(into)));
        return command;
    }

    /// <summary>The drawings of all definitions of a folder, one section each.</summary>
    public static string Drawings(WorkflowCatalogue catalogue) => string.Join('\n', catalogue.Files.Select(x =>
        $"### {x.Definition.Name}, version {x.Definition.Version}\n\n{x.Definition.Description}\n\n```mermaid\n{Mermaid.Of(x.Definition, Detail)}```\n"));

    /// <summary>A text with what stands between its marks replaced; null when it has not both.</summary>
    public static string? Put(string drawings, string markdown)
    {
        var (begin, end) = (markdown.IndexOf(Begin, StringComparison.Ordinal), markdown.IndexOf(End, StringComparison.Ordinal));
        return begin < 0 || end < begin ? null : $"{markdown[..(begin + Begin.Length)]}\n\n{drawings}\n{markdown[end..]}";
    }

    private static int Draw(string folder, string? into)
    {
        using var services = ProductActivities.Compose(Hosting.Folders with { Workflows = folder });
        string drawings;
        try
        {
            drawings = Drawings(services.GetRequiredService<WorkflowCatalogue>());
        }
        catch (WorkflowsRefusedException refused)
        {
            Console.Error.WriteLine(refused.Message);
            return 2;
        }

        if (into is null)
        {
            Console.WriteLine(drawings);
            return 0;
        }

        if (!File.Exists(into) || Put(drawings, File.ReadAllText(into)) is not { } drawn)
        {
            Console.Error.WriteLine($"{into}: there is no such file, or it has not the lines '{Begin}' and '{End}'");
            return 2;
        }

        File.WriteAllText(into, drawn);
        return 0;
    }

    private static string? Detail(ActivityNode node) => (node.Literal("role") ?? node.Literal("body"))?.Replace('-', ' ');
}
