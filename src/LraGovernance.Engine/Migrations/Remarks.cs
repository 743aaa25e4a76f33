namespace LraGovernance.Engine.Migrations;

/// <summary>What is found while an instance is moved.</summary>
internal sealed class Remarks
{
    private readonly List<string> reasons = [];
    private readonly List<string> notes = [];

    public IReadOnlyList<string> Reasons => reasons;

    public IReadOnlyList<string> Notes => notes;

    public void Refuse(string reason) => reasons.Add(reason);

    public void Note(string note) => notes.Add(note);
}
