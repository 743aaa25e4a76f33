using System.Text.Json.Nodes;
using LraGovernance.Engine.Expressions;

namespace LraGovernance.Engine.Definitions;

/// <summary>A variable of the workflow or of a container. It is found by id; the name is for people.</summary>
public sealed class VariableDefinition
{
    internal VariableDefinition(string path, string id, string name, DataType type, JsonNode? declaredDefault, string? storageDriver)
    {
        (Path, Id, Name, Type, StorageDriver) = (path, id, name, type, storageDriver);
        try
        {
            Default = Conversion.To(type, declaredDefault);
        }
        catch (ConversionException misfit)
        {
            // As Elsa: a default that does not convert becomes the type's own. A warning tells.
            DefaultMisfit = misfit.Message;
            Default = TypesOwnDefault(type);
        }
    }

    /// <summary>The JSON path in the definition.</summary>
    public string Path { get; }

    /// <summary>The id by which expressions find it.</summary>
    public string Id { get; }

    /// <summary>The name for people.</summary>
    public string Name { get; }

    /// <summary>The type as an alias, for example <c>Int32</c> or <c>String[]</c>.</summary>
    public string TypeName => Type.ToString();

    /// <summary>The storage driver's name without namespace, or null.</summary>
    public string? StorageDriver { get; }

    /// <summary>Whether the value survives a wait; otherwise it is the default again afterwards.</summary>
    public bool SurvivesWaits => StorageDrivers.KeepsInInstance(StorageDriver);

    internal DataType Type { get; }

    internal JsonNode? Default { get; }

    internal string? DefaultMisfit { get; }

    private static JsonValue? TypesOwnDefault(DataType type) => type switch
    {
        { IsList: true } => null,
        { Kind: DataKind.Boolean } => JsonValue.Create(false),
        { Kind: DataKind.Int16 or DataKind.Int32 or DataKind.Int64 or DataKind.Single or DataKind.Double or DataKind.Decimal } => JsonValue.Create(0),
        _ => null,
    };
}
