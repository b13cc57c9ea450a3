// Microsoft's Agents Playground as a child process that can reach this machine only, and what it tells of the conversation.
import { spawn } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { WebSocket } from 'ws';
import { freePort, here, until } from './places.mjs';

const program = path.join(path.dirname(createRequire(import.meta.url).resolve('@microsoft/m365agentsplayground/package.json')), 'cli.js');

export class Playground {
  /** Messages of the bot in the order in which the client heard of them: {id, conversation, text, cards}. */
  messages = [];
  /** Every request between client, bot and connector that was answered with 400 or more. */
  errors = [];
  #child;
  #folder;
  #sockets = [];

  /** @param {{id: string, name: string}} [person] who sits in front of it; the Playground's own person where left out */
  static async start(endpoint, person) {
    const playground = new Playground();
    await playground.#start(endpoint, person);
    return playground;
  }

  async #start(endpoint, person) {
    const port = await freePort();
    this.url = `http://127.0.0.1:${port}`;
    this.#folder = mkdtempSync(path.join(tmpdir(), 'factorybot-playground-'));
    const config = path.join(this.#folder, 'none.yml');
    if (person) writeFileSync(config, settings(person));
    const { HTTP_PROXY, HTTPS_PROXY, http_proxy, https_proxy, ...env } = process.env;
    this.#child = spawn(process.execPath,
      ['--require', path.join(here, 'lib/fence.cjs'), program, 'start', '-e', endpoint, '-c', 'msteams', '-p', String(port), '--dt'],
      {
        cwd: this.#folder,
        stdio: ['ignore', 'pipe', 'pipe'],
        env: {
          ...env,
          FENCE_LOG: path.join(this.#folder, 'fence.log'),
          TEAMSAPPTESTER_BROWSER: 'none',
          M365_AGENTS_PLAYGROUND_LOGFILE: path.join(this.#folder, 'playground.log'),
          M365_AGENTS_PLAYGROUND_CONFIG_PATH: config,
          // --dt leaves one of its two statistics on; it asks the cloud's address for machine data.
          APPLICATION_INSIGHTS_NO_STATSBEAT: '1',
          APPLICATIONINSIGHTS_CONFIGURATION_CONTENT: '{"disableAppInsights":true,"disableStatsbeat":true}',
        },
      });
    let output = '';
    this.#child.stdout.on('data', (d) => { output += d; });
    this.#child.stderr.on('data', (d) => { output += d; });
    await until(() => `the Playground starts\n${output}`, async () => {
      try { this.config = (await (await fetch(`${this.url}/_internal/v1/testConfig`)).json()).config; } catch { /* not up yet */ }
      return this.config;
    }, 30_000, 100);
    await this.#listen('/_ws_conversation/v1/conversations/stream', (event) => this.#heard(event));
    await this.#listen('/_ws/log/stream', (event) => this.#logged(event));
  }

  /** What it tried to reach beyond this machine. */
  outside() {
    const log = path.join(this.#folder, 'fence.log');
    return existsSync(log) ? readFileSync(log, 'utf8').trim().split('\n') : [];
  }

  async stop() {
    for (const socket of this.#sockets) socket.terminate();
    const gone = new Promise((resolve) => { this.#child.once('exit', resolve); });
    if (this.#child.exitCode === null) {
      this.#child.kill('SIGKILL');
      await gone;
    }
    rmSync(this.#folder, { recursive: true, force: true });
  }

  async #listen(address, heard) {
    const socket = new WebSocket(this.url.replace('http', 'ws') + address);
    this.#sockets.push(socket);
    await new Promise((resolve, reject) => { socket.once('open', resolve); socket.once('error', reject); });
    socket.on('message', (data) => heard(JSON.parse(data.toString())));
  }

  #heard({ action, message, actionConversationId }) {
    if (action !== 'createMessage' && action !== 'updateMessage') return;
    this.messages.push({
      id: message.messageId,
      conversation: message.postConversationId ?? actionConversationId,
      text: message.text ?? '',
      cards: (message.attachments ?? []).filter((a) => a.contentType === 'application/vnd.microsoft.card.adaptive').map((a) => a.content),
    });
  }

  #logged({ logAction, log }) {
    const status = log?.response?.statusCode;
    if (logAction === 'appendLog' && (status >= 400 || /^Cannot connect to your app/.test(log.displayText ?? ''))) {
      this.errors.push(`${log.from} -> ${log.to} ${log.activityName ?? log.type} ${status} ${JSON.stringify(log.response?.body ?? log.displayText).slice(0, 300)}`);
    }
  }
}

// The same organisation for everybody, and chats of one's own. The Playground wants at least five others.
const settings = ({ id, name }) => `version: "0.1.1"
tenantId: 00000000-0000-0000-0000-0000000000001
bot:
  id: 00000000-0000-0000-0000-00000000000011
  name: Test Bot
currentUser:
  ${fields(id, name).join('\n  ')}
users:
${[1, 2, 3, 4, 5].map((n) => `  - ${fields(`other-${n}`, `Other Person${n}`).join('\n    ')}`).join('\n')}
personalChat:
  id: personal-${id}
groupChat:
  id: group-${id}
  name: Group Chat
team:
  id: team-id
  name: My Team
  aadGroupId: 00000000-0000-0000-0000-000000000031
  channels:
    - id: channel-${id}
      name: Announcements
`;

const fields = (id, name) => [
  `id: ${id}`, `name: ${name}`, `userPrincipleName: ${id}@example.com`, `aadObjectId: aad-${id}`, `givenName: ${name.split(' ')[0]}`, `surname: ${name.split(' ')[1]}`, `email: ${id}@example.com`,
];
