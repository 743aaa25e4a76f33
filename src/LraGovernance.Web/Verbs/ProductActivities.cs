using LraGovernance.Data;
using LraGovernance.Engine.Definitions;
using LraGovernance.Web.Serving;

namespace LraGovernance.Web.Verbs;

/// <summary>The product's own activities and rules, for verbs that need no database.</summary>
internal static class ProductActivities
{
    public static ServiceProvider Compose(GovernanceFolders folders)
    {
        var services = new ServiceCollection();
        services.AddLogging();
        services.AddGovernance(DatabaseSettings.SqliteFile(":memory:"), folders);
        return services.BuildServiceProvider();
    }

    public static IReadOnlyList<Activity> All()
    {
        using var services = Compose(Hosting.Folders);
        return [.. services.GetServices<Activity>()];
    }
}
