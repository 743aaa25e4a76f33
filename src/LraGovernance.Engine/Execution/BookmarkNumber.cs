using System.Globalization;

namespace LraGovernance.Engine.Execution;

/// <summary>Bookmarks are numbered in the order they are made, so an id tells whether it was ever given out.</summary>
internal static class BookmarkNumber
{
    public static string ToId(int number) => $"b{number}";

    public static int Of(Bookmark bookmark) => TryParse(bookmark.Id) ?? throw new UnreadableStateException($"'{bookmark.Id}' is no bookmark id");

    public static int? TryParse(string id) =>
        id.StartsWith('b') && int.TryParse(id.AsSpan(1), NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;
}
