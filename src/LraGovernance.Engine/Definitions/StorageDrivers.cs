namespace LraGovernance.Engine.Definitions;

internal static class StorageDrivers
{
    public static bool KeepsInInstance(string? name) => name is "WorkflowInstanceStorageDriver" or "WorkflowStorageDriver";

    public static bool IsKnown(string name) => KeepsInInstance(name) || name == "MemoryStorageDriver";
}
