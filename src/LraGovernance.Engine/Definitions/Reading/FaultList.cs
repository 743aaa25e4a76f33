using System.Text.Json.Nodes;

namespace LraGovernance.Engine.Definitions.Reading;

internal sealed class FaultList(string file)
{
    private readonly List<LoadFault> faults = [];

    public IReadOnlyList<LoadFault> All => faults;

    public void Add(string path, string reason) => faults.Add(new LoadFault(file, path, reason));

    public void Add(JsonNode at, string reason) => Add(at.GetPath(), reason);
}
