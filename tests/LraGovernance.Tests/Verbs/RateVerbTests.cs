using System.Text;
using LraGovernance.Web.Verbs;
using Shouldly;
using Xunit;

namespace LraGovernance.Tests.Verbs;

/// <summary><c>rate</c> as its user runs it, and what it says of files that are not what they should be.</summary>
public sealed class RateVerbTests
{
    [Fact]
    [Trait("Requirement", "R-088")]
    [Trait("Requirement", "R-090")]
    public async Task It_rates_in_the_order_of_the_file_and_compares_with_the_period_before()
    {
        using var folder = new TemporaryFolder();
        var file = folder.Write("results.csv", """
            period,ref,value,note
            2016/17,LRA14,1428,"two
            lines"
            2015/16,LRA14,1478,
            2016-05,LRA06,94.990,
            2016-04,LRA06,95,
            2016-07,LRA06,96,no June
            2016/17-Q1,LRA01,1268,
            2016-06,LRA01,,
            """);

        var outcome = await Verb.RunAsync("rate", "--results", file);

        outcome.Complaints.ShouldBeEmpty();
        outcome.ExitCode.ShouldBe(0);
        outcome.Said.ShouldBe("""
            ref,period,value,status,direction
            LRA14,2016/17,1428,red,worsening
            LRA14,2015/16,1478,red,none
            LRA06,2016-05,94.990,amber,worsening
            LRA06,2016-04,95,green,none
            LRA06,2016-07,96,green,none
            LRA01,2016/17-Q1,1268,inRange,none
            LRA01,2016-06,,noData,none

            """.ReplaceLineEndings("\n"));
    }

    [Fact]
    [Trait("Requirement", "R-087")]
    public void The_published_year_end_comes_out_as_published()
    {
        using var folder = new TemporaryFolder();
        var published = File.ReadAllLines(Path.Combine(Web.Serving.Hosting.Folders.Packs, "KentLra2016", "data", "year_end_2016_17.csv")).Skip(1).Select(x => x.Split(',')).ToList();
        var file = folder.Write("results.csv", "ref,period,value\n" + string.Join('\n', published.Select(x => $"{x[0]},2016/17,{x[1]}")));

        var (code, said, _) = Run(file);

        code.ShouldBe(0);
        said.Split('\n', StringSplitOptions.RemoveEmptyEntries).Skip(1).Select(x => x.Split(',')).Select(x => (x[0], x[3])).ShouldBe(published.Select(x => (x[0], x[3])));
    }

    [Theory]
    [InlineData("LRA01,2016-06,5", "column period: LRA01 has a range for quarters and the year, and none for 2016-06")]
    [InlineData("LRA99,2016-06,5", "column ref: there is no indicator 'LRA99'")]
    [InlineData("LRA06,2016-13,5", "column period: '2016-13' is not a period")]
    [InlineData("LRA06,2016/18,5", "column period: '2016/18' is not a period")]
    [InlineData("LRA06,2016/17-Q5,5", "column period: '2016/17-Q5' is not a period")]
    [InlineData("LRA06,2016-06,1e3", "column value: '1e3' is not a number")]
    [InlineData("LRA06,2016-06,NaN", "column value: 'NaN' is not a number")]
    [InlineData("LRA06,2016-06,\"1,000\"", "column value: '1,000' is not a number")]
    [InlineData("LRA06,2016-06,=1+1", "column value: '=1+1' is not a number")]
    [InlineData("LRA06,2016-06, 5", "column value: ' 5' is not a number")]
    [InlineData("LRA06,2016-06,\0", "column value:")]
    [InlineData("LRA06,2016-06", "2 fields, and the first line has 3")]
    [InlineData("LRA06,2016-06,5,6", "4 fields, and the first line has 3")]
    [InlineData("LRA06,2016-05,5", "column period: LRA06 has 2016-05 twice in the file")]
    [InlineData("LRA06,2016-06,79228162514264337593543950336", "column value:")]
    [InlineData("LRA06,2016-06,-79228162514264337593543950335", "column value:")]
    [InlineData("LRA06,2016-06,94.99999999999999999999999999999999", "column value:")]
    [InlineData("LRA06,2016-06,95\0", "column value:")]
    [InlineData("LRA06,9999/00-Q4,95", "column period: '9999/00-Q4' is not a period")]
    [InlineData("LRA06,0001-01,95", "column period: '0001-01' is not a period")]
    [InlineData("LRA06,0001/02,95", "column period: '0001/02' is not a period")]
    public void A_bad_row_is_named_by_line_and_column_and_nothing_is_rated(string row, string complaint)
    {
        using var folder = new TemporaryFolder();
        var file = folder.Write("results.csv", $"ref,period,value\nLRA06,2016-05,95\n{row}\n");

        var (code, said, complaints) = Run(file);

        code.ShouldBe(2);
        said.ShouldBeEmpty();
        complaints.ShouldContain($"results.csv: line 3");
        complaints.ShouldContain(complaint);
    }

    [Theory]
    [InlineData("", "line 1, column ref: the first line has no column 'ref'")]
    [InlineData("ref,period\nLRA06,2016-06\n", "line 1, column value: the first line has no column 'value'")]
    [InlineData("ref,ref,period,value\n", "line 1, column ref: the first line has the column 'ref' 2 times")]
    [InlineData("ref;period;value\nLRA06;2016-06;5\n", "line 1, column ref: the first line has no column 'ref'")]
    [InlineData("ref,period,value\nLRA06,\"2016-06,5\n", "a quoted field that is never closed")]
    public void A_file_that_is_not_such_a_file(string content, string complaint)
    {
        using var folder = new TemporaryFolder();
        var (code, said, complaints) = Run(folder.Write("results.csv", content));

        (code, said).ShouldBe((2, ""));
        complaints.ShouldContain(complaint);
    }

    [Fact]
    public void Other_encodings_are_named_and_a_byte_order_mark_is_not_one()
    {
        using var folder = new TemporaryFolder();
        Run(Bytes("utf16.csv", [0xFF, 0xFE, .. Encoding.Unicode.GetBytes("ref,period,value\n")])).Complaints.ShouldContain("line 1: the text is not UTF-8");
        Run(Bytes("latin1.csv", Encoding.Latin1.GetBytes("ref,period,value,note\nLRA06,2016-06,95,ok\nLRA06,2016-07,95,caf\u00e9\n"))).Complaints.ShouldContain("line 3: the text is not UTF-8");
        Run(Bytes("bom.csv", [0xEF, 0xBB, 0xBF, .. "ref,period,value\r\nLRA06,2016-06,95\r\n"u8])).Said.ShouldContain("LRA06,2016-06,95,green,none");
        Run(folder.Write("marks.csv", "\uFEFF\uFEFFref,period,\uFEFFvalue\nLRA06,2016-06,95\n")).Said.ShouldContain("LRA06,2016-06,95,green,none");

        string Bytes(string name, byte[] content)
        {
            var path = Path.Combine(folder.Path, name);
            File.WriteAllBytes(path, content);
            return path;
        }
    }

    [Fact]
    public void More_mistakes_than_are_listed_are_not_passed_over_in_silence()
    {
        using var folder = new TemporaryFolder();
        var lines = Run(folder.Write("results.csv", "ref,period,value\n" + string.Concat(Enumerable.Repeat("LRA99,2016-06,5\n", 1_500)))).Complaints.TrimEnd().Split('\n');

        lines.Length.ShouldBe(1_001);
        lines[^1].ShouldContain("the first 1,000 mistakes are listed, and there may be more");
    }

    [Fact]
    public void The_largest_figures_are_compared_as_any_others()
    {
        using var folder = new TemporaryFolder();
        Run(folder.Write("results.csv", "ref,period,value\nLRA06,2016-05,-999999999999999\nLRA06,2016-06,999999999999999\nLRA01,2016/17-Q1,-999999999999999\nLRA01,2016/17-Q2,999999999999999\n"))
            .ShouldSatisfyAllConditions(x => x.Code.ShouldBe(0), x => x.Said.ShouldContain("LRA06,2016-06,999999999999999,green,improving"));
    }

    [Theory]
    [InlineData("\"direction\": \"higher_is_better\"", "\"direction\": \"higher\"", "'higher' is no direction")]
    [InlineData("\"ref\": \"LRA07\"", "\"ref\": \"LRA06\"", "LRA06: it stands there more than once")]
    [InlineData("\"target\": 95", "\"target\": null", "LRA06: it needs a floor and a target")]
    [InlineData("\"tolerance\": [", "\"tolerances\": [", "tolerance")]
    [InlineData("\"ref\": \"LRA06\",", "", "ref")]
    public void A_pack_by_which_nothing_could_be_rated_is_refused(string text, string instead, string complaint)
    {
        using var folder = new TemporaryFolder();
        var pack = Path.Combine(Web.Serving.Hosting.Folders.Packs, "KentLra2016");
        foreach (var file in Directory.EnumerateFiles(pack, "*", SearchOption.AllDirectories))
        {
            var target = Path.Combine(folder.Path, Path.GetRelativePath(pack, file));
            Directory.CreateDirectory(Path.GetDirectoryName(target)!);
            File.Copy(file, target);
        }

        var indicators = Path.Combine(folder.Path, "specification/indicators.json");
        File.ReadAllText(indicators).ShouldContain(text);
        File.WriteAllText(indicators, File.ReadAllText(indicators).Replace(text, instead, StringComparison.Ordinal));
        var (code, said, complaints) = Run(folder.Write("results.csv", "ref,period,value\nLRA06,2016-06,95\n"), folder.Path);

        (code, said).ShouldBe((2, ""));
        complaints.ShouldContain("Pack refused: specification/indicators.json");
        complaints.ShouldContain(complaint);
    }

    [Fact]
    public void Ten_million_cells_are_refused_in_bounded_memory()
    {
        using var folder = new TemporaryFolder();
        var file = Path.Combine(folder.Path, "large.csv");
        using (var writer = new StreamWriter(file))
        {
            writer.WriteLine("ref,period,value");
            for (var i = 0; i < 3_334_000; i++)
            {
                writer.WriteLine("LRA06,1990-01,5");
            }
        }

        var before = GC.GetTotalAllocatedBytes();
        var (code, said, complaints) = Run(file);

        (code, said).ShouldBe((2, ""));
        complaints.Split('\n', StringSplitOptions.RemoveEmptyEntries).Length.ShouldBe(1_001);
        (GC.GetTotalAllocatedBytes() - before).ShouldBeLessThan(50_000_000, "it stops when enough has been said");
    }

    [Fact]
    public async Task What_cannot_be_opened_is_said()
    {
        (await Verb.RunAsync("rate", "--results", "/nowhere/results.csv")).ShouldSatisfyAllConditions(x => x.ExitCode.ShouldBe(2), x => x.Complaints.ShouldContain("/nowhere"), x => x.Said.ShouldBeEmpty());
        (await Verb.RunAsync("rate", "--pack", "/nowhere", "--results", "x.csv")).ShouldSatisfyAllConditions(x => x.ExitCode.ShouldBe(2), x => x.Complaints.ShouldContain("there is no such folder"));
    }

    private static (int Code, string Said, string Complaints) Run(string file, string? pack = null)
    {
        using var said = new StringWriter();
        using var complaints = new StringWriter();
        return (RateVerb.Run(pack, file, said, complaints), said.ToString(), complaints.ToString());
    }
}
