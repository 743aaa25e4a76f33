namespace LraGovernance.Engine.Definitions;

/// <summary>One reason why a definition file is refused.</summary>
/// <param name="File">The file, as named to the reader.</param>
/// <param name="Path">The JSON path, for example <c>$.root.activities[2].text</c>.</param>
/// <param name="Reason">What is wrong, for the person who edits the file.</param>
public sealed record LoadFault(string File, string Path, string Reason)
{
    /// <summary>File, path and reason on one line.</summary>
    public override string ToString() => $"{File}: {Path}: {Reason}";
}
