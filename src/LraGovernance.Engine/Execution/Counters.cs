namespace LraGovernance.Engine.Execution;

/// <summary>The last numbers given out in an instance.</summary>
internal readonly record struct Counters(int Journal, int Frame, int Bookmark);
