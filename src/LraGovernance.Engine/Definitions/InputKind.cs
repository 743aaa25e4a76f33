namespace LraGovernance.Engine.Definitions;

/// <summary>What an activity's input holds once evaluated.</summary>
public enum InputKind
{
    /// <summary>One text; numbers and truth values are written out invariantly.</summary>
    Text,

    /// <summary>A whole number of 32 bits.</summary>
    Integer,

    /// <summary>A decimal number.</summary>
    Decimal,

    /// <summary>True or false.</summary>
    Boolean,

    /// <summary>A list of texts.</summary>
    TextList,

    /// <summary>A list of any values; a text is parsed as JSON.</summary>
    List,

    /// <summary>A JSON object; a text is parsed as JSON.</summary>
    Map,

    /// <summary>A span of time, as <c>[d.]hh:mm:ss</c>.</summary>
    Duration,

    /// <summary>A point in time; without an offset it is UTC.</summary>
    Moment,

    /// <summary>A JSON value; a text is parsed as JSON.</summary>
    Object,

    /// <summary>Any value, taken as it is; a text stays text.</summary>
    Any,
}
