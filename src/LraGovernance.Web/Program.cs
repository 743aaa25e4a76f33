using LraGovernance.Web.Shell;

var builder = WebApplication.CreateBuilder(args);
#pragma warning disable RS0030 // The composition root is where the real clock has its name.
builder.Services.AddSingleton(TimeProvider.System);
#pragma warning restore RS0030
builder.Services.AddWebShell(builder.Environment);

var app = builder.Build();
app.UseWebShell();
await app.RunAsync();
