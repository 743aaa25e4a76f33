using System.Text.RegularExpressions;
using LraGovernance.Notifications;
using Shouldly;
using Xunit;

namespace LraGovernance.Tests.Notifications;

public sealed partial class MailTemplatesTests
{
    [Fact]
    public void The_text_part_of_a_mail_has_no_marks_of_Markdown_but_those_that_people_type()
    {
        var templates = new MailTemplates();
        foreach (var template in templates.Names.Select(templates.Named))
        {
            var words = Word().Matches(template.Subject + template.Body).Select(x => x.Groups[1].Value).Distinct().ToDictionary(x => x, _ => "word");
            MailTemplates.Render(template, words).Text.ShouldNotContain("**", Case.Sensitive, template.Name);
            template.Body.ShouldNotContain("e-mail", Case.Insensitive, template.Name);
        }

        var receipt = templates.Named("decision-receipt");
        var typed = Word().Matches(receipt.Subject + receipt.Body).Select(x => x.Groups[1].Value).Distinct().ToDictionary(x => x, x => x == "title" ? "Five ** stars" : "word");
        var rendered = MailTemplates.Render(receipt, typed);
        rendered.Text.ShouldContain("Your answer on Five ** stars is recorded.");
        rendered.Html.ShouldContain("<strong>Five ** stars</strong>");
    }

    [GeneratedRegex(@"\{\{([a-zA-Z]+)\}\}")]
    private static partial Regex Word();
}
