using System.Globalization;
using System.Text.Json.Nodes;

namespace LraGovernance.Web.Rehearsal;

/// <summary>Copies of a pack, each a service of its own with people of its own, in a folder that is gone afterwards.</summary>
internal sealed class ServiceCopies : IDisposable
{
    private readonly DirectoryInfo _folder;

    private ServiceCopies(DirectoryInfo folder, IReadOnlyList<string> packs) => (_folder, Packs) = (folder, packs);

    /// <summary>The names of the packs; the first is the pack itself.</summary>
    public IReadOnlyList<string> Packs { get; }

    public string Folder => _folder.FullName;

    /// <param name="packs">The folder of the packs.</param>
    /// <param name="pack">The name of the one to copy.</param>
    /// <param name="count">How many services, from 1.</param>
    public static ServiceCopies Make(string packs, string pack, int count)
    {
        var folder = Directory.CreateTempSubdirectory("rehearsal-packs-");
        try
        {
            return Make(folder, packs, pack, count);
        }
        catch
        {
            folder.Delete(recursive: true);
            throw;
        }
    }

    private static ServiceCopies Make(DirectoryInfo folder, string packs, string pack, int count)
    {
        var names = Enumerable.Range(1, count).Select(x => x == 1 ? pack : string.Create(CultureInfo.InvariantCulture, $"{pack}-{x:000}")).ToList();
        for (var i = 0; i < count; i++)
        {
            var target = Path.Combine(folder.FullName, names[i]);
            Copy(Path.Combine(packs, pack), target);
            if (i > 0)
            {
                Rename(target, string.Create(CultureInfo.InvariantCulture, $"-{i + 1:000}"));
            }
        }

        return new(folder, names);
    }

    public void Dispose() => _folder.Delete(recursive: true);

    private static void Copy(string from, string to)
    {
        Directory.CreateDirectory(to);
        foreach (var file in Directory.EnumerateFiles(from, "*", SearchOption.AllDirectories))
        {
            var target = Path.Combine(to, Path.GetRelativePath(from, file));
            Directory.CreateDirectory(Path.GetDirectoryName(target)!);
            File.Copy(file, target);
        }
    }

    private static void Rename(string pack, string suffix)
    {
        Change(Path.Combine(pack, "pack.json"), x => x["service"]!["key"] = (string?)x["service"]!["key"] + suffix);
        Change(Path.Combine(pack, "people.json"), x =>
        {
            foreach (var person in x["people"]!.AsArray())
            {
                var address = ((string)person!["email"]!).Split('@');
                person["email"] = $"{address[0]}{suffix}@{address[1]}";
            }
        });
    }

    private static void Change(string file, Action<JsonNode> change)
    {
        var json = JsonNode.Parse(File.ReadAllText(file))!;
        change(json);
        File.WriteAllText(file, json.ToJsonString());
    }
}
