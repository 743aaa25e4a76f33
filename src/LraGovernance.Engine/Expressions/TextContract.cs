using System.Text.Json.Serialization;

namespace LraGovernance.Engine.Expressions;

[JsonSerializable(typeof(string))]
internal sealed partial class TextContract : JsonSerializerContext;
