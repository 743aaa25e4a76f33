namespace LraGovernance.Engine.Definitions;

internal static class StorageDrivers
{
    public static bool KeepsInInstance(string? name) => name is "WorkflowInstanceStorageDriver" or "WorkflowStorageDriver";

    public static bool IsKnown(string name) => KeepsInInstance(name) || name == "MemoryStorageDriver";

    // Exports write the CLR name: "Elsa.Workflows.WorkflowInstanceStorageDriver, Elsa.Workflows.Core".
    public static string? ShortName(string? name)
    {
        if (string.IsNullOrWhiteSpace(name))
            return null;
        var type = name.Split(',')[0].Trim();
        return type[(type.LastIndexOf('.') + 1)..];
    }
}
