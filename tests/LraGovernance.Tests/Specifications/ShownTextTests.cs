using System.Text.Encodings.Web;
using LraGovernance.Specifications;
using LraGovernance.Web.Pages.Specifications;
using Shouldly;
using Xunit;

namespace LraGovernance.Tests.Specifications;

/// <summary>Clauses and their changes as people see them.</summary>
public sealed class ShownTextTests
{
    [Theory]
    [InlineData("told four weeks before", "told six weeks before")]
    [InlineData("the reason it changed none.\n\n- an old item", "the reason it changed none.")]
    [InlineData("", "new words\n\n- and a list\n- of two")]
    [InlineData("same", "same")]
    public void The_runs_put_together_are_both_texts(string before, string after)
    {
        var runs = SpecificationDifference.Words(before, after);

        string.Concat(runs.Where(x => !x.Added).Select(x => x.Text)).ShouldBe(before);
        string.Concat(runs.Where(x => !x.Removed).Select(x => x.Text)).ShouldBe(after);
    }

    [Fact]
    public void A_list_that_went_leaves_the_words_before_it_unmarked()
    {
        var lines = DiffLine.From(SpecificationDifference.Words("It changed none.\n\n- an old item\n- another", "It changed none."));

        lines.Select(x => (x.Item, x.IsMarked)).ShouldBe([(false, false), (true, true), (true, true)]);
        DiffLine.Blocks(lines).Select(x => x.Count).ShouldBe([1, 2]);
        lines[1].Runs.ShouldHaveSingleItem().Text.ShouldBe("an old item");
    }

    [Theory]
    [InlineData("<script>alert(1)</script>", "<script")]
    [InlineData("[here](javascript:alert(1))", "javascript:")]
    [InlineData("![x](https://elsewhere.example/x.png)", "<img")]
    [InlineData("# Loud", "<h1")]
    public void A_clause_brings_no_markup_of_its_own(string text, string never) => Html(text).ShouldNotContain(never);

    [Fact]
    public void A_heading_in_a_clause_stands_below_the_clauses_own() => Html("# Loud").ShouldContain("<h4");

    private static string Html(string markdown)
    {
        using var writer = new StringWriter();
        ClauseMarkdown.ToHtml(markdown).WriteTo(writer, HtmlEncoder.Default);
        return writer.ToString();
    }
}
