using System.Text.Json;
using System.Text.Json.Serialization;

namespace LraGovernance.Engine.Execution.Saving;

[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingDefault,
    UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
    RespectNullableAnnotations = true,
    UseStringEnumConverter = true)]
[JsonSerializable(typeof(StateData))]
internal sealed partial class StateContract : JsonSerializerContext;
