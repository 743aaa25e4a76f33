using FluentValidation;
using LraGovernance.Audit;
using LraGovernance.Calendar;
using LraGovernance.Data;
using LraGovernance.Pipeline;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace LraGovernance.People;

/// <summary>Starts a real council off: somebody who can sign in and look after people and incidents.</summary>
[SystemOnly]
public sealed record AddAdministrator(Guid CommandId, string Email) : ICommand<AddAdministratorResult>
{
    internal const string RoleKey = "administrator";

    public string Service => ICommand.Council;
}

public abstract record AddAdministratorResult
{
    public sealed record Added(IReadOnlyList<string> Services) : AddAdministratorResult;

    public sealed record AlreadyAdministrator : AddAdministratorResult;

    /// <summary>Roles belong to a service: load its pack first.</summary>
    public sealed record NoService : AddAdministratorResult;
}

internal sealed class AddAdministratorValidator : AbstractValidator<AddAdministrator>
{
    public AddAdministratorValidator() =>
        RuleFor(x => x.Email).EmailAddress().Must(x => x?.Any(c => char.IsWhiteSpace(c) || char.IsControl(c)) == false)
            .WithMessage("Enter an email address in the correct format, like name@example.com").MaximumLength(320);
}

internal sealed class AddAdministratorHandler(GovernanceDb db, Holders holders, Record record, Randomness randomness, TimeProvider clock)
    : IRequestHandler<AddAdministrator, AddAdministratorResult>
{
    public async Task<AddAdministratorResult> Handle(AddAdministrator command, CancellationToken cancellationToken)
    {
        var services = await db.Services.Select(x => x.Key).Order().ToListAsync(cancellationToken);
        if (services.Count == 0)
        {
            return new AddAdministratorResult.NoService();
        }

        var email = command.Email.Trim().ToLowerInvariant();
        var today = London.DateOf(clock.GetUtcNow());
        var person = await db.People.SingleOrDefaultAsync(x => x.Email == email, cancellationToken);
        if (person is null)
        {
            person = new Person { Id = randomness.Id("person", email), Name = email, Email = email };
            db.People.Add(person);
        }

        var held = await holders.RolesOfAsync(person.Id, today, cancellationToken);
        var missing = services.Where(x => !held.Contains($"{x}/{AddAdministrator.RoleKey}")).ToList();
        if (missing.Count == 0)
        {
            return new AddAdministratorResult.AlreadyAdministrator();
        }

        foreach (var service in missing)
        {
            if (await db.Roles.FindAsync([service, AddAdministrator.RoleKey], cancellationToken) is null)
            {
                db.Roles.Add(new Role { Service = service, Key = AddAdministrator.RoleKey, Title = "Administrator", Side = "council" });
            }

            db.RoleHoldings.Add(new RoleHolding
            {
                Id = randomness.Id("role-holding", $"{service}/{AddAdministrator.RoleKey}/{person.Id}/{today:O}"), Service = service,
                RoleKey = AddAdministrator.RoleKey, PersonId = person.Id, From = today,
            });
        }

        await record.AddAsync(new Fact("administrator-added", $"person/{person.Id}", $"Administrator of {string.Join(", ", missing)}")
        {
            After = new { services = missing }, Personal = [new("email", person.Id, email)],
        }, cancellationToken);
        return new AddAdministratorResult.Added(missing);
    }
}
