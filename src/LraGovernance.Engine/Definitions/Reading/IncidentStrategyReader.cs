namespace LraGovernance.Engine.Definitions.Reading;

/// <summary>Reads what the definition wants done after a fault; exports write the CLR name with its assembly.</summary>
internal static class IncidentStrategyReader
{
    public static bool GoesOn(FieldReader options, FaultList faults)
    {
        const string field = "incidentStrategyType";
        var given = options.Text(field);
        switch (ClrNames.Short(given))
        {
            case null or "FaultStrategy":
                return false;
            case "ContinueWithIncidentsStrategy":
                return true;
            default:
                faults.Add(options.PathOf(field), $"unknown incident strategy '{given}'; known are FaultStrategy and ContinueWithIncidentsStrategy");
                return false;
        }
    }
}
