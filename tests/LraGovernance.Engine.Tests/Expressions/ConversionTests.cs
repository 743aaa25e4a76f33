using System.Text.Json.Nodes;
using LraGovernance.Engine.Expressions;
using Shouldly;
using Xunit;

namespace LraGovernance.Engine.Tests.Expressions;

public sealed class ConversionTests
{
    [Theory]
    [InlineData("String", "12.50", "\"12.50\"")]
    [InlineData("string", "true", "\"True\"")]
    [InlineData("String", "[1, 2]", "\"[1,2]\"")]
    [InlineData("Boolean", "\"False\"", "false")]
    [InlineData("Int32", "\" 42 \"", "42")]
    [InlineData("Int32", "42.0", "42")]
    [InlineData("Int32", "-2147483648", "-2147483648")]
    [InlineData("Int16", "32767", "32767")]
    [InlineData("Single", "\"1.5\"", "1.5")]
    [InlineData("Double", "2.25", "2.25")]
    [InlineData("Int64", "9223372036854775807", "9223372036854775807")]
    [InlineData("Decimal", "\"12.50\"", "12.50")]
    [InlineData("Double", "1e3", "1000")]
    [InlineData("Guid", "\"{0F8FAD5B-D9CB-469F-A165-70867728950E}\"", "\"0f8fad5b-d9cb-469f-a165-70867728950e\"")]
    [InlineData("TimeSpan", "\"1:30\"", "\"01:30:00\"")]
    [InlineData("DateTimeOffset", "\"2026-04-01T12:00:00Z\"", "\"2026-04-01T12:00:00.0000000\\u002B00:00\"")]
    [InlineData("Object", "{\"a\":1}", "{\"a\":1}")]
    [InlineData("JsonObject", "\"{\\\"a\\\":1}\"", "{\"a\":1}")]
    [InlineData("Int32[]", "\"[1, \\\"2\\\"]\"", "[1,2]")]
    [InlineData("List<String>", "[1, true, null]", "[\"1\",\"True\",null]")]
    [InlineData("System.String, System.Private.CoreLib", "\"x\"", "\"x\"")]
    public void A_value_is_brought_to_its_type(string type, string value, string expected) =>
        Conversion.To(Parse(type), JsonNode.Parse(value))!.ToJsonString().ShouldBe(expected);

    [Theory]
    [InlineData("Boolean", "\"yes\"")]
    [InlineData("Boolean", "1")]
    [InlineData("Int32", "\"\"")]
    [InlineData("Int32", "1.5")]
    [InlineData("Int32", "2147483648")]
    [InlineData("Int16", "32768")]
    [InlineData("Int32", "true")]
    [InlineData("Decimal", "\"12,5x\"")]
    [InlineData("Guid", "\"x\"")]
    [InlineData("DateTime", "5")]
    [InlineData("String[]", "\"x\"")]
    [InlineData("Int32[]", "[\"x\"]")]
    [InlineData("JsonObject", "\"{\"")]
    public void What_does_not_fit_is_told(string type, string value) =>
        Should.Throw<ConversionException>(() => Conversion.To(Parse(type), JsonNode.Parse(value)));

    [Theory]
    [InlineData("Money")]
    [InlineData("")]
    [InlineData("Dictionary<String,String>")]
    public void An_unknown_type_has_no_alias(string type) => DataType.TryParse(type, out _).ShouldBeFalse();

    [Fact]
    public void Null_fits_every_type() => Conversion.To(Parse("Int32"), null).ShouldBeNull();

    private static DataType Parse(string type)
    {
        DataType.TryParse(type, out var parsed).ShouldBeTrue();
        return parsed;
    }
}
