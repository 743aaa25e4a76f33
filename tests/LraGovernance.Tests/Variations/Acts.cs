using LraGovernance.Specifications;
using LraGovernance.Tasks;
using LraGovernance.Variations;
using Microsoft.EntityFrameworkCore;
using Shouldly;

namespace LraGovernance.Tests.Variations;

/// <summary>What people do with a variation, at the command door.</summary>
internal static class Acts
{
    public const string Addition = "It is said on the website.";

    private static int _sent;

    public static async Task<ClauseEdit> EditAsync(House house, string clause, string? text = null)
    {
        var was = (await house.SendAsync(new ReadSpecification("lra")))!.Document.Clauses.Single(x => x.Id == clause);
        return new(clause, SpecificationDocument.HashOfPiece(was), was.Heading, text ?? $"{was.Text}\n\n{Addition}");
    }

    public static async Task<string> RaiseAsync(House house, string clause, decimal effect = 0, string? text = null)
    {
        var manager = await Colleague.OfAsync(house, "head-of-service");
        var content = new VariationContent("Say it online", "Customers ask for it.", "None on money or people.", new([await EditAsync(house, clause, text)], [], [], effect));
        return (await house.SendAsync(new RaiseVariation(Id(house), "lra", content), manager.Actor)).ShouldBeOfType<RaiseVariationResult.Raised>().Number;
    }

    public static AssessVariation NoToAll(House house, Guid task, string part) => new(
        house.Randomness.Id("assess", $"{task}/{part}"), "lra", task, new(false, "The aims stay."), [], new(false, "No policy says otherwise."), new(false, "It costs nothing."), false, false, false);

    public static async Task AssessAsync(House house, string role)
    {
        var person = await Colleague.OfAsync(house, role);
        await using var db = house.Db();
        var task = await db.Tasks.Where(x => x.Kind == "assess-variation" && x.Role == role && x.State == TaskState.Open).OrderByDescending(x => x.InstanceKey).FirstAsync();
        (await house.SendAsync(NoToAll(house, task.Id, role), person.Actor)).ShouldBeOfType<AssessVariationResult.Submitted>();
    }

    public static async Task AssessBothAsync(House house)
    {
        await AssessAsync(house, "commissioner");
        await AssessAsync(house, "head-of-service");
    }

    public static async Task<AgreeVariationResult> AgreeAsync(House house, string role, bool agrees = true, string? number = null)
    {
        var person = await Colleague.OfAsync(house, role);
        await using var db = house.Db();
        var task = await db.Tasks.SingleAsync(x => x.Kind == "agree-variation" && x.Role == role && x.State == TaskState.Open && (number == null || x.InstanceKey == number));
        return await house.SendAsync(new AgreeVariation(Id(house), "lra", task.Id, agrees, agrees ? null : "It cannot be kept."), person.Actor);
    }

    public static async Task AgreeAllAsync(House house, string? number = null)
    {
        foreach (var role in (string[])["commissioner", "head-of-service", "senior-manager"])
        {
            (await AgreeAsync(house, role, number: number)).ShouldBeOfType<AgreeVariationResult.Agreed>();
        }
    }

    private static Guid Id(House house) => house.Randomness.Id("variation-act", $"{Interlocked.Increment(ref _sent)}");
}
