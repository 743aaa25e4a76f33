namespace LraGovernance.Web.Pages.Variations;

/// <summary>Checkboxes for pieces of one kind; their name goes into the address of the next page.</summary>
internal sealed record PieceBoxes(string Name, string Legend, IReadOnlyList<(string Value, string Text)> Boxes);
