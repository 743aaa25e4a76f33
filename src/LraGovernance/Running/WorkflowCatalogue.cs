using LraGovernance.Engine.Definitions;

namespace LraGovernance.Running;

/// <summary>A definition with the file it was read from.</summary>
public sealed record WorkflowFile(string Name, string Json, WorkflowDefinition Definition);

/// <summary>Where the definitions are.</summary>
public sealed record WorkflowFolder(string Path);

/// <summary>The processes: every file of the workflows folder, checked by the engine's load rules and by the house rules.</summary>
public sealed class WorkflowCatalogue
{
    private readonly ActivityCatalogue _activities;
    private readonly Lazy<IReadOnlyList<WorkflowFile>> _files;

    public WorkflowCatalogue(WorkflowFolder folder, IEnumerable<Activity> activities)
    {
        _activities = ActivityCatalogue.Elsa.With([.. activities]);
        _files = new(() => Load(folder.Path));
    }

    /// <exception cref="WorkflowsRefusedException">A file does not load; every fault of every file is named.</exception>
    public IReadOnlyList<WorkflowFile> Files => _files.Value;

    /// <summary>The newest version of a process; null when there is none.</summary>
    public WorkflowFile? Newest(string definitionId) =>
        Files.Where(x => x.Definition.DefinitionId == definitionId).MaxBy(x => x.Definition.Version);

    /// <summary>One version of a process; null when there is none.</summary>
    public WorkflowFile? Version(string definitionId, int version) =>
        Files.FirstOrDefault(x => x.Definition.DefinitionId == definitionId && x.Definition.Version == version);

    public IEnumerable<WorkflowFile> NewestOfEach =>
        Files.GroupBy(x => x.Definition.DefinitionId).Select(x => x.MaxBy(f => f.Definition.Version)!);

    internal LoadResult Read(string json, string file) => DefinitionReader.Read(json, file, _activities);

    /// <summary>Reads a file; one that cannot be opened is refused like any other.</summary>
    internal LoadResult Open(string path, out string json)
    {
        try
        {
            json = File.ReadAllText(path);
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            json = "";
            return new LoadResult.Refused([new LoadFault(Path.GetFileName(path), "$", $"the file cannot be read: {failure.Message}")]);
        }

        return Read(json, Path.GetFileName(path));
    }

    internal WorkflowDefinition Parse(string json, string file) => Read(json, file) switch
    {
        LoadResult.Loaded loaded => loaded.Definition,
        LoadResult.Refused refused => throw new WorkflowsRefusedException(refused.Faults),
        _ => throw new InvalidOperationException(),
    };

    private List<WorkflowFile> Load(string folder)
    {
        if (!Directory.Exists(folder))
        {
            throw new WorkflowsRefusedException([new LoadFault(folder, "$", "there is no such folder")]);
        }

        var (files, faults) = (new List<WorkflowFile>(), new List<LoadFault>());
        foreach (var path in Directory.EnumerateFiles(folder, "*.json").Order(StringComparer.Ordinal))
        {
            switch (Open(path, out var json))
            {
                case LoadResult.Loaded loaded:
                    files.Add(new(Path.GetFileName(path), json, loaded.Definition));
                    break;
                case LoadResult.Refused refused:
                    faults.AddRange(refused.Faults);
                    break;
            }
        }

        return faults.Count == 0 ? files : throw new WorkflowsRefusedException(faults);
    }
}

/// <summary>Definitions that do not load, or break a house rule: the product does not start with them.</summary>
public sealed class WorkflowsRefusedException(IReadOnlyList<LoadFault> faults)
    : Exception("Workflow definitions are refused:\n" + string.Join('\n', faults.Select(x => $"{x.File} {x.Path}: {x.Reason}")))
{
    public IReadOnlyList<LoadFault> Faults => faults;
}
