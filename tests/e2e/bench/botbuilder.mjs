// The bot that most begin with: npm botbuilder, no app id, an echo. It says "echo: " and nothing else; no state, no rights.
//   NODE_ENV=production node botbuilder.mjs PORT
import http from 'node:http';
import botbuilder from 'botbuilder';

const { ActivityHandler, CloudAdapter, ConfigurationBotFrameworkAuthentication } = botbuilder;

class Echo extends ActivityHandler {
  constructor() {
    super();
    this.onMessage(async (context, next) => {
      await context.sendActivity(`echo: ${context.activity.text}`);
      await next();
    });
  }
}

// CloudAdapter speaks to restify's response; these are the four methods it uses.
class Response {
  constructor(response) { this.response = response; this.socket = response.socket; }
  status(code) { this.response.statusCode = code; return this; }
  header(name, value) { this.response.setHeader(name, value); return this; }
  send(body) { this.end(body === undefined ? undefined : JSON.stringify(body)); return this; }
  end(text) { this.response.end(text); return this; }
}

const adapter = new CloudAdapter(new ConfigurationBotFrameworkAuthentication({}));
const bot = new Echo();

http.createServer(async (request, response) => {
  if (request.method !== 'POST') { response.writeHead(405).end(); return; }
  const chunks = [];
  for await (const chunk of request) chunks.push(chunk);
  const wrapped = { method: request.method, headers: request.headers, body: JSON.parse(Buffer.concat(chunks).toString()) };
  try {
    await adapter.process(wrapped, new Response(response), (context) => bot.run(context));
  } catch (error) {
    console.error(error);
    response.writeHead(500).end();
  }
}).listen(Number(process.argv[2]), '127.0.0.1');
