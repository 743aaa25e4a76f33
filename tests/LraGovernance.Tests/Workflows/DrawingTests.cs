using LraGovernance.Running;
using LraGovernance.Web.Serving;
using LraGovernance.Web.Verbs;
using Microsoft.Extensions.DependencyInjection;
using Shouldly;
using Xunit;

namespace LraGovernance.Tests.Workflows;

public sealed class DrawingTests
{
    [Fact]
    public void The_drawings_in_the_folder_are_of_its_definitions()
    {
        var readme = File.ReadAllText(Path.Combine(Repository.Root, "workflows", "README.md")).ReplaceLineEndings("\n");
        using var services = ProductActivities.Compose(Hosting.Folders);

        readme.ShouldBe(
            DrawWorkflowsVerb.Put(DrawWorkflowsVerb.Drawings(services.GetRequiredService<WorkflowCatalogue>()), readme),
            "run draw-workflows --into workflows/README.md");
    }
}
