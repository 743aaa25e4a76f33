namespace LraGovernance.Engine.Definitions;

/// <summary>The names of the rules that <see cref="DefinitionWarnings"/> watches.</summary>
public static class WarningRules
{
    /// <summary>No start of the flowchart reaches the activity.</summary>
    public const string Unreachable = "Unreachable";

    /// <summary>An outcome is neither connected nor listed in the activity's custom property <c>ends</c>.</summary>
    public const string LooseOutcome = "LooseOutcome";

    /// <summary>A connection, or an entry of <c>ends</c>, is for an outcome that the activity does not have.</summary>
    public const string PortNeverComes = "PortNeverComes";

    /// <summary>A connection leaves a fork by a name that is not among its branches.</summary>
    public const string BranchNotInFork = "BranchNotInFork";

    /// <summary>A loop can go round without waiting for anything.</summary>
    public const string LoopWithoutWait = "LoopWithoutWait";

    /// <summary>A Break stands in no While or ForEach.</summary>
    public const string BreakOutsideLoop = "BreakOutsideLoop";

    /// <summary>A decision can miss one of the connections into a WaitAll join, which then never runs.</summary>
    public const string WaitAllCanMiss = "WaitAllCanMiss";

    /// <summary>A variable has its default again after a wait.</summary>
    public const string VariableWithoutStorage = "VariableWithoutStorage";

    /// <summary>An input is read after a wait, when it is empty.</summary>
    public const string InputReadAfterWait = "InputReadAfterWait";

    /// <summary>A variable's default does not convert to its type.</summary>
    public const string DefaultDoesNotFit = "DefaultDoesNotFit";

    /// <summary>The literal of a SetVariable does not convert to the variable's type: running it is a fault.</summary>
    public const string ValueDoesNotFit = "ValueDoesNotFit";

    /// <summary>The activity type has no such input.</summary>
    public const string UnknownInput = "UnknownInput";

    /// <summary>Two containers have an activity of the same id.</summary>
    public const string RepeatedId = "RepeatedId";
}
