namespace LraGovernance.FormalDecisions;

public static class FormalDecisionWords
{
    public static string Of(DecisionTaker taker) => taker switch
    {
        DecisionTaker.CabinetMember => "Cabinet Member",
        DecisionTaker.Cabinet => "Cabinet",
        DecisionTaker.CountyCouncil => "County Council",
        _ => "officer with delegated powers",
    };
}
