using FactoryBot.Cli;
using FactoryBot.Hosting;

return await CommandLine.RunAsync(args, (services, configuration) => services.AddFactoryBot(configuration), Server.Build);
