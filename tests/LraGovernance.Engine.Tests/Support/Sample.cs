namespace LraGovernance.Engine.Tests.Support;

/// <summary>How many random cases run at once. Under mutation testing every mutant meets them again: a tenth does (<c>LRA_MUTATION=1</c>).</summary>
internal static class Sample
{
    public static int Of(int usual) => Environment.GetEnvironmentVariable("LRA_MUTATION") == "1" ? usual / 10 : usual;
}
