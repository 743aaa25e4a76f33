using System.Collections.Concurrent;
using LraGovernance.Data;

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
        var store = await Store.EmptyAsync(kind);
        var house = await House.OpenAsync(store, new HouseOptions());
        try
        {
            await house.MigrateAndLoadAsync();
            if (playedTo is { } day)
            {
                await house.PlayToAsync(day);
            }
        }
        finally
        {
            await house.CloseAsync();
        }

        await store.CloseAsync();
        return store;
    }
}
