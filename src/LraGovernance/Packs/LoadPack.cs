using FluentValidation;
using LraGovernance.Audit;
using LraGovernance.Bodies;
using LraGovernance.Calendar;
using LraGovernance.Data;
using LraGovernance.People;
using LraGovernance.Pipeline;
using LraGovernance.Running;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace LraGovernance.Packs;

/// <summary>Takes a service on from its pack: who holds which role, bodies, calendar, settings, and what is due next.</summary>
[SystemOnly]
public sealed record LoadPack(Guid CommandId, string Pack) : ICommand<LoadPackResult>
{
    public string Service => ICommand.Council;
}

public abstract record LoadPackResult
{
    public sealed record Loaded(string Service, int Roles, int People, int Bodies, int Dates) : LoadPackResult;

    public sealed record AlreadyLoaded(string Service) : LoadPackResult;
}

internal sealed class LoadPackValidator : AbstractValidator<LoadPack>
{
    public LoadPackValidator() => RuleFor(x => x.Pack).NotEmpty().WithMessage("Enter the name of a pack");
}

internal sealed class LoadPackHandler(GovernanceDb db, PackFolder packs, Schedules schedules, Record record, Randomness randomness, TimeProvider clock)
    : IRequestHandler<LoadPack, LoadPackResult>
{
    public async Task<LoadPackResult> Handle(LoadPack command, CancellationToken cancellationToken)
    {
        var pack = packs.Open(command.Pack);
        var head = pack.Read<PackHead>("pack.json");
        var service = head.Service.Key;
        if (await db.Services.AnyAsync(x => x.Key == service, cancellationToken))
        {
            return new LoadPackResult.AlreadyLoaded(service);
        }

        db.Services.Add(new CommissionedService
        {
            Key = service, Name = head.Service.Name, ShortName = head.Service.ShortName, Authority = head.Service.Authority,
            Pack = pack.Name, LoadedAt = clock.GetUtcNow(),
        });
        db.Settings.AddRange(head.Settings.Select(x => new ServiceSetting { Service = service, Key = x.Key, Value = x.Value.ToString() }));
        var people = pack.Read<PackPeople>("people.json");
        await AddPeopleAsync(service, people, cancellationToken);
        var bodies = pack.Read<List<PackBody>>("bodies.json");
        AddBodies(service, bodies);
        var dates = AddCalendar(service, pack);
        await schedules.PlanAsync(service, cancellationToken);

        await record.AddAsync(new Fact("pack-loaded", $"service/{service}", $"{head.Service.Name} is taken on from the pack {pack.Name}")
        {
            After = new { pack = pack.Name, roles = people.Roles.Count, people = people.People.Count, bodies = bodies.Count, dates },
        }, cancellationToken);
        record.OpenChain(service);
        return new LoadPackResult.Loaded(service, people.Roles.Count, people.People.Count, bodies.Count, dates);
    }

    private async Task AddPeopleAsync(string service, PackPeople pack, CancellationToken cancellationToken)
    {
        db.Roles.AddRange(pack.Roles.Select(x => new Role { Service = service, Key = x.Key, Title = x.Title, Side = x.Side }));
        var ids = new Dictionary<string, Guid>();
        var people = pack.People.Select(x => x with { Email = x.Email.Trim().ToLowerInvariant() }).ToList();
        var emails = people.Select(x => x.Email).ToList();
        var known = await db.People.Where(x => emails.Contains(x.Email)).ToDictionaryAsync(x => x.Email, x => x.Id, cancellationToken);
        foreach (var person in people)
        {
            if (known.TryGetValue(person.Email, out var id))
            {
                ids[person.Key] = id;
                continue;
            }

            ids[person.Key] = known[person.Email] = randomness.Id("person", person.Email);
            db.People.Add(new Person { Id = ids[person.Key], Name = person.DisplayName, Email = person.Email });
        }

        db.RoleHoldings.AddRange(pack.Holdings.Select(x => new RoleHolding
        {
            Id = randomness.Id("role-holding", $"{service}/{x.Role}/{x.Person}/{x.From:O}"), Service = service, RoleKey = x.Role,
            PersonId = Known(x.Person), From = x.From, To = x.To, Scope = x.Scope,
        }));
        db.Deputies.AddRange(pack.Deputies.Select(x => new Deputy
        {
            Id = randomness.Id("deputy", $"{service}/{x.Scope}/{x.For}/{x.From:O}"), Service = service, BodyKey = x.Scope,
            ForPersonId = Known(x.For), DeputyPersonId = Known(x.Deputy), From = x.From, To = x.To,
        }));

        Guid Known(string key) => ids.TryGetValue(key, out var id) ? id : throw new PackRefusedException("people.json", $"nobody has the key '{key}'");
    }

    private void AddBodies(string service, IEnumerable<PackBody> bodies)
    {
        foreach (var body in bodies)
        {
            var position = 0;
            db.Bodies.Add(new Body
            {
                Service = service, Key = body.Key, Name = body.Name, ChairSeat = body.Chair, CastingVote = body.CastingVote, Source = body.Source,
                Quorum = body.Quorum ?? 1,
                Rule = Enum.TryParse<Rule>(body.Rule, ignoreCase: true, out var rule) ? rule : throw new PackRefusedException("bodies.json", $"{body.Key}: '{body.Rule}' is not a rule"),
                Seats = [.. body.Seats.SelectMany(seat => Enumerable.Range(0, seat.Places).Select(place => new Seat
                {
                    Service = service, BodyKey = body.Key, Key = seat.Places == 1 ? seat.Key : $"{seat.Key}-{place + 1}", Position = position++,
                    RoleKey = seat.Role, Place = place, Capacity = seat.Capacity,
                }))],
            });
        }
    }

    private int AddCalendar(string service, Pack pack)
    {
        var calendar = pack.Read<PackCalendar>("calendar.json");
        var off = pack.Read<BankHolidayFile>(calendar.BankHolidays).EnglandAndWales.Events.ToDictionary(x => x.Date, x => x.Title);
        foreach (var closure in calendar.ClosureDays)
        {
            for (var day = closure.From; day <= closure.To; day = day.AddDays(1))
            {
                off.TryAdd(day, closure.Why);
            }
        }

        db.NonWorkingDays.AddRange(off.Select(x => new NonWorkingDay { Service = service, Date = x.Key, Why = x.Value }));
        db.PreElectionPeriods.AddRange((calendar.PreElectionPeriods ?? []).Select(x => x.From <= x.To
            ? new PreElectionPeriod { Service = service, From = x.From, To = x.To, Why = x.Why }
            : throw new PackRefusedException("calendar.json", $"the pre-election period from {x.From:yyyy-MM-dd} ends before it begins")));
        var dates = calendar.Years.SelectMany(year => year.Dates.Select(x => new NamedDate
        {
            Service = service, FinancialYear = FinancialYear.Parse(year.FinancialYear).ToString(), Key = x.Key, Date = x.Value,
            Title = calendar.Dates.TryGetValue(x.Key, out var named) ? named.Title : throw new PackRefusedException("calendar.json", $"the date '{x.Key}' has no title"),
        })).ToList();
        db.NamedDates.AddRange(dates);
        return dates.Count;
    }
}
