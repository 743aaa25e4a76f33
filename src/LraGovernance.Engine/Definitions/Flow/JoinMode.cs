namespace LraGovernance.Engine.Definitions.Flow;

internal enum JoinMode { WaitAny, WaitAll, WaitAllActive }
