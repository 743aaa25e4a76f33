namespace LraGovernance.Engine.Execution;

/// <summary>Why a stimulus met nothing.</summary>
public enum MissReason
{
    /// <summary>The bookmark was there once: it has been resumed, or was withdrawn.</summary>
    AlreadyGone,

    /// <summary>The instance never made such a bookmark.</summary>
    NeverThere,

    /// <summary>The instance is finished, faulted or cancelled.</summary>
    InstanceNotWaiting,
}
