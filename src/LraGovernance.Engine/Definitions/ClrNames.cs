namespace LraGovernance.Engine.Definitions;

internal static class ClrNames
{
    // Exports write the CLR name: "Elsa.Workflows.WorkflowInstanceStorageDriver, Elsa.Workflows.Core".
    public static string? Short(string? name)
    {
        if (string.IsNullOrWhiteSpace(name))
            return null;
        var type = name.Split(',')[0].Trim();
        return type[(type.LastIndexOf('.') + 1)..];
    }
}
