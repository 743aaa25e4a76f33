using System.Text.Json.Nodes;
using LraGovernance.Engine.Expressions;

namespace LraGovernance.Engine.Definitions.Warnings;

internal static class ValueWarnings
{
    public static IEnumerable<DefinitionWarning> Of(ActivityNode node)
    {
        if (node.Key != node.Id)
            yield return new(node.Path, node.Id, WarningRules.RepeatedId,
                $"another container has an activity '{node.Id}' too; journals and effects tell them apart poorly");
        foreach (var warning in OfVariables(node.Id, node.Variables))
            yield return warning;
        if (node.Parts is VariableSlot slot
            && node.Binding("value")?.Expression is Expression.Constant constant
            && Misfit(slot, constant.Value) is { } reason)
            yield return new(node.Path, node.Id, WarningRules.ValueDoesNotFit, $"{reason}: setting '{slot.Definition.Name}' will fault");
        foreach (var (name, value) in node.Properties())
            if (value is JsonObject wrapper && wrapper.ContainsKey("expression") && !node.Knows(name))
                yield return new($"{node.Path}.{name}", node.Id, WarningRules.UnknownInput, $"{node.Type} has no input '{name}'");
    }

    public static IEnumerable<DefinitionWarning> OfVariables(string activityId, IEnumerable<VariableDefinition> variables) =>
        from variable in variables
        where variable.DefaultMisfit is not null
        select new DefinitionWarning(variable.Path, activityId, WarningRules.DefaultDoesNotFit,
            $"the default of '{variable.Name}': {variable.DefaultMisfit}; it starts from the type's own default");

    private static string? Misfit(VariableSlot slot, JsonNode? value)
    {
        try
        {
            Conversion.To(slot.Definition.Type, value);
            return null;
        }
        catch (ConversionException misfit)
        {
            return misfit.Message;
        }
    }
}
