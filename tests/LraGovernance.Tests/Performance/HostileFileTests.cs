using System.Net;
using System.Net.Http.Headers;
using System.Text;
using LraGovernance.Data;
using LraGovernance.Performance;
using Microsoft.EntityFrameworkCore;
using Shouldly;
using Xunit;

namespace LraGovernance.Tests.Performance;

/// <summary>Files that nobody should send, brought to the page where figures are returned: each is answered in words, and nothing of it is kept.</summary>
public sealed class HostileFileTests
{
    private static readonly DateOnly Asked = new(2016, 5, 6);

    private const string Header = "ref,period,value\n", Good = "LRA06,2016-04,96.2\n";

    public static TheoryData<string, byte[], string> Files => new()
    {
        { "a column is missing", Encoding.UTF8.GetBytes("ref,value\nLRA06,96.2\n"), "line 1, column period: the first line has no column 'period'" },
        { "a column is there twice", Encoding.UTF8.GetBytes("ref,period,value,value\n"), "line 1, column value: the first line has the column 'value' 2 times" },
        { "a row is too long", Encoding.UTF8.GetBytes($"{Header}{Good}LRA07,2016-04,97,1\n"), "line 3: 4 fields, and the first line has 3" },
        { "a formula", Encoding.UTF8.GetBytes($"{Header}{Good}LRA07,2016-04,\"=HYPERLINK(\"\"https://x.example\"\")\"\n"), "line 3, column value: '=HYPERLINK(\"https://x.example\")' is not a number" },
        { "a formula as the reference", Encoding.UTF8.GetBytes($"{Header}{Good}@SUM(A1),2016-04,97\n"), "line 3, column ref: there is no indicator '@SUM(A1)'" },
        { "markup", Encoding.UTF8.GetBytes($"{Header}{Good}LRA07,2016-04,<script>alert(1)</script>\n"), "line 3, column value: '<script>alert(1)</script>' is not a number" },
        { "the same figure twice", Encoding.UTF8.GetBytes($"{Header}{Good}LRA06,2016-04,12\n"), "line 3, column period: LRA06 has 2016-04 twice in the file" },
        { "UTF-16", [0xFF, 0xFE, .. Encoding.Unicode.GetBytes(Header + Good)], "line 1: the text is not UTF-8" },
        { "UTF-16 without its mark", Encoding.Unicode.GetBytes(Header + Good), "line 1, column ref: the first line has no column 'ref'" },
        { "Windows-1252", Encoding.Latin1.GetBytes($"ref,period,value,note\nLRA06,2016-04,96.2,caf\u00e9\n"), "line 2: the text is not UTF-8" },
        { "a NUL", Encoding.UTF8.GetBytes($"{Header}{Good}LRA07,2016-04,9\07\n"), "line 3, column value: " },
    };

    [Theory]
    [MemberData(nameof(Files))]
    [Trait("Requirement", "R-098")]
    public async Task Each_is_named_by_row_and_column_and_nothing_is_stored_by_halves(string what, byte[] file, string complaint)
    {
        await using var site = await Site.OpenAsync(DatabaseKind.Sqlite, Asked);
        using var reporter = await site.SignInAsync("reporter-registration@kent.example");
        var form = await reporter.OpenAsync(await site.TaskPathAsync(SubmitReturnHandler.TaskKind));

        using var content = new ByteArrayContent(file);
        var refused = await UploadAsync(reporter, form, content);

        refused.Status.ShouldBe(200, what);
        refused.Text.ShouldContain("Nothing has been stored");
        refused.Text.ShouldContain(complaint, Case.Insensitive, what);
        refused.Page.QuerySelectorAll("main script").ShouldBeEmpty();
        refused.Page.QuerySelector("input[name='Form.Figures[0].Value']")!.GetAttribute("value").ShouldBeNullOrEmpty("not the good row of a bad file either");
        await NothingIsStoredAsync(site);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    [Trait("Requirement", "R-098")]
    public async Task Ten_million_cells_lead_back_to_the_form_which_says_how_large_a_file_may_be_and_are_never_held(bool saysItsLength)
    {
        await using var site = await Site.OpenAsync(DatabaseKind.Sqlite, Asked);
        using var reporter = await site.SignInAsync("reporter-registration@kent.example");
        var form = await reporter.OpenAsync(await site.TaskPathAsync(SubmitReturnHandler.TaskKind));
        using var cells = new RepeatedRow("LRA06,2016-04,96.2\n", 3_334_000, saysItsLength);

        var before = GC.GetTotalAllocatedBytes();
        var sent = await UploadAsync(reporter, form, cells);
        (GC.GetTotalAllocatedBytes() - before).ShouldBeLessThan(cells.Length, "what is thrown away as it comes takes less than it would to hold it once");

        sent.Status.ShouldBe((int)HttpStatusCode.Found);
        var told = await reporter.OpenAsync(sent.Location!.ToString());
        told.Status.ShouldBe(200);
        told.Errors.ShouldBe(["The file must be smaller than 1 megabyte. Nothing of it has been stored"]);
        told.Page.QuerySelector("#file")!.GetAttribute("aria-describedby").ShouldBe("file-error");
        await NothingIsStoredAsync(site);

        using var small = new RepeatedRow(Header + Good, 1, saysItsLength);
        (await UploadAsync(reporter, told, small)).Text.ShouldContain("These are the figures of your file");
    }

    [Fact]
    public async Task Nobody_is_told_of_a_form_by_sending_it_a_file_that_is_too_large()
    {
        await using var site = await Site.OpenAsync(DatabaseKind.Sqlite, Asked);
        using var reporter = await site.SignInAsync("reporter-registration@kent.example");
        var form = await reporter.OpenAsync(await site.TaskPathAsync(SubmitReturnHandler.TaskKind));
        using var anybody = site.Browser();
        using var cells = new RepeatedRow("LRA06,2016-04,96.2\n", 100_000);

        var sent = await UploadAsync(anybody, form, cells);

        sent.Status.ShouldBe((int)HttpStatusCode.Found);
        (await anybody.OpenAsync(sent.Location!.ToString())).Heading.ShouldBe("Sign in");
    }

    private static async Task NothingIsStoredAsync(Site site)
    {
        await using var db = site.Db();
        (await db.IndicatorFigures.CountAsync()).ShouldBe(0);
        (await db.RecordEntries.CountAsync(x => x.Event == "figure-submitted")).ShouldBe(0);
    }

    private static async Task<Shown> UploadAsync(BrowserWithoutScripts browser, Shown form, HttpContent file)
    {
        var token = form.Page.QuerySelector("input[name=__RequestVerificationToken]")!.GetAttribute("value")!;
        file.Headers.ContentType = new MediaTypeHeaderValue("text/csv");
        using var content = new MultipartFormDataContent { { new StringContent(token), "__RequestVerificationToken" }, { file, "file", "figures.csv" } };
        using var request = new HttpRequestMessage(HttpMethod.Post, new Uri($"{form.Response.RequestMessage!.RequestUri!.AbsolutePath}?handler=File", UriKind.Relative)) { Content = content };
        return await browser.ShowAsync(request);
    }

    /// <summary>A file that is made while it is sent, so that the test does not hold it either.</summary>
    private sealed class RepeatedRow(string row, int times, bool saysItsLength = true) : HttpContent
    {
        private readonly int _pieces = Math.Max(1, times / 1_000);
        private readonly byte[] _rows = Encoding.UTF8.GetBytes(string.Concat(Enumerable.Repeat(row, Math.Min(times, 1_000))));

        public long Length => (long)_rows.Length * _pieces;

        protected override async Task SerializeToStreamAsync(Stream stream, TransportContext? context)
        {
            for (var i = 0; i < _pieces; i++)
            {
                await stream.WriteAsync(_rows);
            }
        }

        protected override bool TryComputeLength(out long length)
        {
            length = Length;
            return saysItsLength;
        }
    }
}
