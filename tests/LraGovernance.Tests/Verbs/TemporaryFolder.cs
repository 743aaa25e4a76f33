namespace LraGovernance.Tests.Verbs;

internal sealed class TemporaryFolder : IDisposable
{
    public string Path { get; } = Directory.CreateTempSubdirectory("lra-verb-").FullName;

    public void Dispose() => Directory.Delete(Path, recursive: true);
}
