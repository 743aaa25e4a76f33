using LraGovernance.Data;
using LraGovernance.People;
using LraGovernance.Pipeline;
using Microsoft.EntityFrameworkCore;
using Shouldly;
using Xunit;

namespace LraGovernance.Tests.People;

/// <summary>Signing in by a link: once, in time, and only by who types the address it was sent to.</summary>
public sealed class SignInTests
{
    private const string Address = "commissioner@kent.example";

    [Theory]
    [MemberData(nameof(Stores.Both), MemberType = typeof(Stores))]
    public async Task The_link_signs_in_once_when_the_address_is_typed_again(DatabaseKind kind)
    {
        await using var house = await House.OpenAsync(kind);
        var token = await LinkAsync(house);

        (await SignInAsync(house, token, "somebody-else@kent.example", "1")).ShouldBeOfType<SignInResult.OtherAddress>();
        (await SignInAsync(house, token, Address.ToUpperInvariant(), "2")).ShouldBeOfType<SignInResult.SignedIn>();
        (await SignInAsync(house, token, Address, "3")).ShouldBeOfType<SignInResult.LinkNotGood>();
        (await SignInAsync(house, new string('x', 43), Address, "4")).ShouldBeOfType<SignInResult.LinkNotGood>();
    }

    [Fact]
    public async Task The_same_sign_in_sent_again_does_not_let_anybody_in_twice()
    {
        await using var house = await House.OpenAsync(DatabaseKind.Sqlite);
        var token = await LinkAsync(house);
        (await SignInAsync(house, token, Address, "same")).ShouldBeOfType<SignInResult.SignedIn>();
        (await SignInAsync(house, token, Address, "same")).ShouldBeOfType<SignInResult.LinkNotGood>();
    }

    [Fact]
    public async Task A_form_without_its_id_is_refused_and_another_persons_id_is_not_answered()
    {
        await using var house = await House.OpenAsync(DatabaseKind.Sqlite, new DateOnly(2015, 11, 6));
        await Should.ThrowAsync<CommandIdMissingException>(() => house.SendAsync(new RequestSignInLink(Guid.Empty, Address), Actor.Anonymous));
        var (first, second) = (await Colleague.OfAsync(house, "senior-manager"), await Colleague.OfAsync(house, "senior-manager", 1));
        var review = new LraGovernance.Specifications.SubmitReview(house.Randomness.Id("c", "1"), "lra", (await first.TaskAsync("review-specification")).Id);
        await house.SendAsync(review, first.Actor);
        await Should.ThrowAsync<CommandIdReusedException>(() => house.SendAsync(review, second.Actor));
    }

    [Fact]
    public async Task A_link_is_good_for_thirty_minutes()
    {
        await using var house = await House.OpenAsync(DatabaseKind.Sqlite);
        var token = await LinkAsync(house);
        house.Clock.MoveTo(house.Clock.GetUtcNow() + TimeSpan.FromMinutes(31));
        (await SignInAsync(house, token, Address, "1")).ShouldBeOfType<SignInResult.LinkNotGood>();
    }

    [Fact]
    public async Task An_unknown_address_gets_the_same_answer_and_no_mail_and_a_known_one_five_an_hour()
    {
        await using var house = await House.OpenAsync(DatabaseKind.Sqlite);
        var unknown = await house.SendAsync(new RequestSignInLink(house.Randomness.Id("ask", "0"), "nobody@elsewhere.example"), Actor.Anonymous);
        for (var i = 1; i <= 9; i++)
        {
            (await house.SendAsync(new RequestSignInLink(house.Randomness.Id("ask", $"{i}"), Address), Actor.Anonymous)).ShouldBe(unknown);
        }

        await house.WorkAsync();
        house.Mails.All.Select(x => x.ToAddress).ShouldBe(Enumerable.Repeat(Address, 5));
    }

    [Fact]
    public async Task The_token_stands_nowhere_in_the_database()
    {
        await using var house = await House.OpenAsync(DatabaseKind.Sqlite);
        var token = await LinkAsync(house);
        await SignInAsync(house, token, Address, "1");
        await using var db = house.Db();
        foreach (var entity in db.Model.GetEntityTypes())
        {
            var rows = await db.Database.SqlQueryRaw<string>($"SELECT group_concat({string.Join(" || ' ' || ", entity.GetProperties().Select(x => $"coalesce(\"{x.GetColumnName()}\", '')"))}, ' ') AS \"Value\" FROM {entity.GetTableName()}").ToListAsync();
            (rows[0] ?? "").ShouldNotContain(token, Case.Sensitive, entity.GetTableName());
        }
    }

    private static async Task<string> LinkAsync(House house)
    {
        await house.SendAsync(new RequestSignInLink(house.Randomness.Id("ask", "link"), Address), Actor.Anonymous);
        await house.WorkAsync();
        var text = house.Mails.To(Address)[^1].Text;
        var start = text.IndexOf("/sign-in/link/", StringComparison.Ordinal) + "/sign-in/link/".Length;
        return text[start..(start + 43)];
    }

    private static Task<SignInResult> SignInAsync(House house, string token, string address, string id) =>
        house.SendAsync(new SignIn(house.Randomness.Id("sign-in", id), token, address), Actor.Anonymous);
}
