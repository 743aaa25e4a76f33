namespace LraGovernance.Engine.Execution.Flow;

/// <summary>What is remembered of one connection: how often it was counted, and how it stands since.</summary>
internal struct FlowMarks
{
    private const int FollowedBit = 1, HeldBit = 2, TakenBit = 4, CountUnit = 8;

    public int Packed { get; private set; }

    public readonly int Count => Packed / CountUnit;

    /// <summary>Whether it was followed when it was last counted.</summary>
    public readonly bool IsFollowed => (Packed & FollowedBit) != 0;

    /// <summary>It leads out of a loop that is still alive and was not taken: it is counted when the loop is over.</summary>
    public readonly bool IsHeld => (Packed & HeldBit) != 0;

    /// <summary>It leads out of a loop that is still alive and has been taken.</summary>
    public readonly bool IsTaken => (Packed & TakenBit) != 0;

    public static FlowMarks Unpack(int packed) => new() { Packed = packed };

    public void CountOne(bool followed) => Packed = (Packed & ~FollowedBit) + CountUnit | (followed ? FollowedBit : 0);

    public void Hold() => Packed |= HeldBit;

    public void Take() => Packed = Packed & ~HeldBit | TakenBit;

    public void Release() => Packed &= ~(HeldBit | TakenBit);
}
