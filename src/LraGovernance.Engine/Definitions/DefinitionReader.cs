using System.Text.Json;
using System.Text.Json.Nodes;
using LraGovernance.Engine.Definitions.Reading;

namespace LraGovernance.Engine.Definitions;

/// <summary>Reads Elsa 3 workflow definitions.</summary>
public static class DefinitionReader
{
    // Each container costs two levels; the default of 64 would end at thirty containers in each other.
    private static readonly JsonDocumentOptions Strict = new() { MaxDepth = 512, AllowDuplicateProperties = false };

    /// <summary>Reads and checks one definition. Never throws for what is in the file.</summary>
    /// <param name="json">The file's text.</param>
    /// <param name="file">What to call the file in faults.</param>
    /// <param name="catalogue">The activity types it may use.</param>
    public static LoadResult Read(string json, string file, ActivityCatalogue catalogue)
    {
        ArgumentNullException.ThrowIfNull(json);
        ArgumentNullException.ThrowIfNull(catalogue);
        var faults = new FaultList(file);
        var definition = Parse(json, faults) is { } top ? new WorkflowReader(top, catalogue, faults).Read(json) : null;
        return definition is null ? new LoadResult.Refused(faults.All) : new LoadResult.Loaded(definition);
    }

    private static JsonObject? Parse(string json, FaultList faults)
    {
        try
        {
            var top = JsonNode.Parse(json.TrimStart('\uFEFF'), documentOptions: Strict);
            top.Materialise();
            var broken = BrokenText.PathsOf(top).ToList();
            broken.ForEach(path => faults.Add(path, "the text is not valid Unicode: half of a surrogate pair"));
            if (broken.Count > 0)
                return null;
            if (top is JsonObject properties)
                return properties;
            faults.Add("$", "a workflow definition is a JSON object");
        }
        catch (InvalidOperationException)
        {
            faults.Add("$", "a property name is not valid Unicode: half of a surrogate pair");
        }
        catch (JsonException malformed)
        {
            faults.Add("$", malformed.LineNumber is { } line
                ? $"malformed JSON at line {line + 1}, byte {malformed.BytePositionInLine + 1}: {malformed.Message}"
                : $"malformed JSON: {malformed.Message}");
        }
        return null;
    }
}
