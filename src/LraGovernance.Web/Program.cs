using LraGovernance.Web.Verbs;

return await CommandLine.RunAsync(args);
