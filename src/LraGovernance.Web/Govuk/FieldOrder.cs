namespace LraGovernance.Web.Govuk;

/// <summary>The fields as the page showed them. The layout runs after the page, so its error summary can follow their order.</summary>
internal static class FieldOrder
{
    private static readonly object Key = new();

    public static void Shown(HttpContext context, string name) => Of(context).Add(name);

    /// <summary>A field that the page did not show comes last, an error about the whole form first.</summary>
    public static int Rank(HttpContext context, string name)
    {
        if (name.Length == 0) return -1;
        var place = Of(context).FindIndex(shown => string.Equals(shown, name, StringComparison.OrdinalIgnoreCase));
        return place < 0 ? int.MaxValue : place;
    }

    private static List<string> Of(HttpContext context)
    {
        if (context.Items[Key] is List<string> shown) return shown;
        var empty = new List<string>();
        context.Items[Key] = empty;
        return empty;
    }
}
