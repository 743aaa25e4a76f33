namespace LraGovernance.Audit;

public static class RecordHeads
{
    /// <summary>One hash for the whole record: over the services' heads in key order.</summary>
    public static string Combined(IEnumerable<RecordHead> heads) => CanonicalJson.Hash(
        string.Join('\n', heads.OrderBy(x => x.Service, StringComparer.Ordinal).Select(x => $"{x.Service} {x.Sequence} {x.Hash}")));
}
