namespace LraGovernance.Engine.Expressions;

internal sealed class ConversionException(string message) : Exception(message);
