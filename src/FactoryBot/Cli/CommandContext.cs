using FactoryBot.Skills.Database;
using Microsoft.AspNetCore.Connections;
using Npgsql;

namespace FactoryBot.Cli;

/// <summary>What all commands have: the product's parts, the three streams, and one way to fail.</summary>
internal sealed record CommandContext(
    Action<IServiceCollection, IConfiguration> Parts, TextReader Input, TextWriter Output, TextWriter Error)
{
    public const int Done = 0;
    public const int Failed = 1;

    /// <summary>True when a person sees the output and wants to see colours.</summary>
    public bool IsInteractive { get; } =
        ReferenceEquals(Output, Console.Out) && !Console.IsOutputRedirected && string.IsNullOrEmpty(Environment.GetEnvironmentVariable("NO_COLOR"));

    /// <summary>Runs a command and turns what goes wrong into one sentence.</summary>
    /// <param name="failed">Says the sentence on stdout as well, for commands whose output a program reads.</param>
    public async Task<int> RunAsync(Func<Task<int>> command, Func<string, Task>? failed = null)
    {
        var (code, sentence) = await TryAsync(command);
        if (sentence is null)
            return code;
        if (failed is not null)
            await failed(sentence);
        return await FailAsync(sentence);
    }

    private static async Task<(int Code, string? Sentence)> TryAsync(Func<Task<int>> command)
    {
        try
        {
            return (await command(), null);
        }
        catch (OperationCanceledException)
        {
            return (Failed, "Stopped.");
        }
        catch (Exception e) when (e is DatabaseSetupException or CommandException)
        {
            return (Failed, e.Message);
        }
        catch (NpgsqlException e)
        {
            return (Failed, "The database did not do its part: " + e.Message);
        }
        catch (Microsoft.Extensions.Options.OptionsValidationException e)
        {
            return (Failed, "A setting is wrong: " + string.Join(' ', e.Failures));
        }
        catch (IOException e) when (e.InnerException is AddressInUseException)
        {
            return (Failed, $"{e.Message.TrimEnd('.')}. Another program has it, perhaps a FactoryBot that still runs; stop it or set ASPNETCORE_URLS.");
        }
        catch (Exception e)
        {
            // The process's last boundary: whoever typed the command gets a sentence, never a stack trace.
            return (Failed, $"{e.GetType().Name}: {e.Message}");
        }
    }

    public async Task<int> FailAsync(string sentence)
    {
        await Error.WriteLineAsync(sentence.ReplaceLineEndings(" "));
        return Failed;
    }
}

/// <summary>What the person at the keyboard got wrong; the message is the sentence they read.</summary>
internal sealed class CommandException(string sentence) : Exception(sentence);
