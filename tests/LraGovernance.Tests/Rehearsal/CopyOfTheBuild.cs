using System.Text.Json.Nodes;
using LraGovernance.Web.Serving;

namespace LraGovernance.Tests.Rehearsal;

/// <summary>Workflows and packs in a folder of their own, to be changed.</summary>
internal sealed class CopyOfTheBuild : IDisposable
{
    public string Folder { get; } = Directory.CreateTempSubdirectory("lra-copy-").FullName;

    public GovernanceFolders Folders => new(Path.Combine(Folder, "workflows"), Path.Combine(Folder, "packs"));

    public static CopyOfTheBuild Make()
    {
        var copy = new CopyOfTheBuild();
        Copy(Hosting.Folders.Workflows, copy.Folders.Workflows);
        Copy(Hosting.Folders.Packs, copy.Folders.Packs);
        return copy;
    }

    public void ChangeWorkflow(Action<JsonNode> change) => Change(Path.Combine(Folders.Workflows, "specification-refresh.v1.json"), change);

    public void ChangePack(string file, Action<JsonNode> change) => Change(Path.Combine(Folders.Packs, Demonstration.Pack, file), change);

    public void Dispose() => Directory.Delete(Folder, recursive: true);

    private static void Change(string file, Action<JsonNode> change)
    {
        var json = JsonNode.Parse(File.ReadAllText(file))!;
        change(json);
        File.WriteAllText(file, json.ToJsonString());
    }

    private static void Copy(string from, string to)
    {
        foreach (var file in Directory.EnumerateFiles(from, "*", SearchOption.AllDirectories))
        {
            var target = Path.Combine(to, Path.GetRelativePath(from, file));
            Directory.CreateDirectory(Path.GetDirectoryName(target)!);
            File.Copy(file, target);
        }
    }
}
