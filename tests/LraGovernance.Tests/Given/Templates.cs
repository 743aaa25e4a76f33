using System.Collections.Concurrent;
using LraGovernance.Calendar;
using LraGovernance.Data;
using LraGovernance.Web.Serving;

namespace LraGovernance.Tests;

/// <summary>Databases prepared once a run: with the pack loaded, or played to a day.</summary>
internal static class PreparedStores
{
    private static readonly ConcurrentDictionary<(DatabaseKind, DateOnly?), Lazy<Task<Store>>> Prepared = new();

    /// <param name="kind">Which database.</param>
    /// <param name="playedTo">The morning that the pack's script was played to; null for the pack just loaded.</param>
    internal static async Task<Store> CopyAsync(DatabaseKind kind, DateOnly? playedTo) =>
        await Store.CopyOfAsync(await Prepared.GetOrAdd((kind, playedTo), key => new(() => PrepareAsync(key.Item1, key.Item2))).Value);

    private static async Task<Store> PrepareAsync(DatabaseKind kind, DateOnly? playedTo)
    {
        var before = CheckpointBefore(playedTo);
        var store = playedTo is null ? await Store.EmptyAsync(kind) : await CopyAsync(kind, before);
        var house = await House.OpenAsync(
            store.ForPreparing(), before is { } stands ? new HouseOptions { Now = London.At(stands, House.Morning) } : new HouseOptions());
        try
        {
            if (playedTo is { } day)
            {
                await house.PlayToAsync(day);
            }
            else
            {
                await house.MigrateAndLoadAsync();
            }
        }
        finally
        {
            await house.CloseAsync();
        }

        await store.CloseAsync();
        return store;
    }

    /// <summary>The first of the month, or of the month before: the story is played once, month by month, however many days are asked for.</summary>
    private static DateOnly? CheckpointBefore(DateOnly? day)
    {
        var first = day?.AddDays(day.Value.Day == 1 ? -1 : 0) is { } within ? new DateOnly(within.Year, within.Month, 1) : (DateOnly?)null;
        return first > London.DateOf(Demonstration.Start) ? first : null;
    }
}
