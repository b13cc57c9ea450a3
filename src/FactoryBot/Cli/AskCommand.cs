using System.CommandLine;
using System.Text.Encodings.Web;
using System.Text.Json;
using FactoryBot.Api;
using FactoryBot.Api.Chat;
using FactoryBot.Channels.Terminal;

namespace FactoryBot.Cli;

internal static class AskCommand
{
    private static readonly JsonWriterOptions Readable = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static Command Build(CommandContext context)
    {
        var question = new Argument<string>("question") { Description = "What you want to know, in quotes." };
        var json = new Option<bool>("--json") { Description = "Print the whole answer as one JSON object." };
        var options = new AskOptions();
        var command = new Command("ask", "Ask one question and print the answer.") { question, json };
        options.AddTo(command);
        command.SetAction((parsed, cancellationToken) => context.RunAsync(async () =>
        {
            var text = parsed.GetValue(question)!;
            if (string.IsNullOrWhiteSpace(text))
                throw new CommandException("The question is empty; write it in quotes after ask.");
            await using var local = await LocalHost.StartAsync(context, parsed.GetValue(options.Now), cancellationToken);
            var conversation = await LocalAsker.OpenAsync(local.Services, parsed, options, cancellationToken);
            var reply = await conversation.SayAsync(text, null, cancellationToken);
            if (parsed.GetValue(json))
                await context.Output.WriteLineAsync(Json(ChatAnswer.Of(reply, parsed.GetValue(options.Conversation))));
            else
                TerminalAnswer.Print(Terminal.Of(context), reply, TerminalButton.Of(reply.Result), plain: !context.IsInteractive);
            return CommandContext.Done;
        }, parsed.GetValue(json) ? sentence => context.Output.WriteLineAsync(Json(ChatAnswer.Failed(sentence))) : null));
        return command;
    }

    private static string Json(ChatAnswer answer)
    {
        var output = new System.Buffers.ArrayBufferWriter<byte>();
        using (var writer = new Utf8JsonWriter(output, Readable))
            JsonSerializer.Serialize(writer, answer, ApiJson.Default.ChatAnswer);
        return System.Text.Encoding.UTF8.GetString(output.WrittenSpan);
    }
}
