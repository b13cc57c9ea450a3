// A local Slack, as Slack's own client and ours hear it, and a person in it.
import { createHmac } from 'node:crypto';
import http from 'node:http';
import { until } from './places.mjs';

export const SECRET = '8f742231b10e8888abcd99yyyzzz85a5';

export function signed(body, secret = SECRET, at = Math.floor(Date.now() / 1000)) {
  return {
    'X-Slack-Request-Timestamp': String(at),
    'X-Slack-Signature': `v0=${createHmac('sha256', secret).update(`v0:${at}:${body}`).digest('hex')}`,
  };
}

/** One answer for every method. */
export class LocalSlack {
  calls = [];
  next = {};
  names = {};

  static async start() {
    const slack = new LocalSlack();
    slack.server = http.createServer(async (request, response) => {
      const chunks = [];
      for await (const chunk of request) chunks.push(chunk);
      const text = Buffer.concat(chunks).toString();
      const method = request.url.split('/').at(-1);
      const json = request.headers['content-type']?.startsWith('application/json');
      const body = json ? JSON.parse(text || '{}') : Object.fromEntries(new URLSearchParams(text));
      const ts = body.ts ?? `1790000000.${String(slack.calls.length).padStart(6, '0')}`;
      slack.calls.push({ method, body, token: request.headers.authorization, ts });
      const planned = slack.next[method]?.shift();
      if (planned) {
        response.writeHead(planned.status, { 'Content-Type': 'application/json', ...planned.headers }).end(JSON.stringify(planned.body ?? {}));
        return;
      }
      response.writeHead(200, { 'Content-Type': 'application/json' });
      response.end(JSON.stringify({ ok: true, ts, channel: body.channel, user: { id: body.user, real_name: slack.names[body.user] ?? 'Ana Ruiz' } }));
    });
    await new Promise((resolve) => { slack.server.listen(0, '127.0.0.1', resolve); });
    slack.url = `http://127.0.0.1:${slack.server.address().port}/api/`;
    return slack;
  }

  /** What the host needs to be in this Slack. */
  get settings() { return { Slack__SigningSecret: SECRET, Slack__BotToken: 'xoxb-test', Slack__ApiUrl: this.url }; }

  of(method) { return this.calls.filter((c) => c.method === method); }

  close() { this.server.close(); }
}

/** Somebody in a direct message with the bot. */
export class SlackPerson {
  #slack;
  #host;
  #said = 0;

  constructor(slack, host, user, name) {
    this.#slack = slack;
    this.#host = host;
    this.user = user;
    slack.names[user] = name;
  }

  /** Messages to this person, new ones and those that took the place of earlier ones. */
  get heard() {
    return this.#slack.calls.filter((c) => ['chat.postMessage', 'chat.update'].includes(c.method) && [this.user, this.#channel].includes(c.body.channel));
  }

  async say(text) {
    const before = this.heard.length;
    const number = String(++this.#said).padStart(6, '0');
    const body = JSON.stringify({
      type: 'event_callback', team_id: 'T1', event_id: `Ev-${this.user}-${number}`, authorizations: [{ user_id: 'UBOT' }],
      event: { type: 'message', channel_type: 'im', channel: this.#channel, user: this.user, text, ts: `1791000000.${number}` },
    });
    await this.#send('/slack/events', 'application/json', body);
    return this.next(before, text);
  }

  /** Presses a button of a message that was heard; where that opens a form, it is sent off with these words in its first field of text. */
  async press(message, title, words = '') {
    const button = blocksOf(message).flatMap((b) => b.elements ?? []).find((e) => e.type === 'button' && e.text.text === title);
    if (!button) throw new Error(`no button ${title} in ${JSON.stringify(message.body.blocks).slice(0, 2_000)}`);
    const before = this.heard.length;
    const payload = JSON.stringify({
      type: 'block_actions', team: { id: 'T1' }, user: { id: this.user }, channel: { id: this.#channel }, trigger_id: 'tr1',
      message: { ts: message.ts }, container: { message_ts: message.ts, channel_id: this.#channel },
      actions: [{ type: 'button', action_id: button.action_id, value: button.value, action_ts: `1792000000.${String(++this.#said).padStart(6, '0')}` }],
    });
    const forms = this.#slack.of('views.open').length;
    await this.#interact(payload);
    if (button.action_id.startsWith('form:')) {
      await until(`a form for [${title}]`, () => this.#slack.of('views.open').length > forms, 20_000);
      await this.#submit(this.#slack.of('views.open').at(-1).body.view, words);
    }
    return this.next(before, `[${title}]`);
  }

  async next(before, to) {
    await until(() => `an answer in Slack to "${to}"`, () => this.heard.length > before, 20_000);
    return this.heard.at(-1);
  }

  #submit(view, words) {
    const field = view.blocks.find((b) => b.element?.type === 'plain_text_input');
    const values = field ? { [field.block_id]: { [field.element.action_id]: { type: 'plain_text_input', value: words } } } : {};
    return this.#interact(JSON.stringify({
      type: 'view_submission', team: { id: 'T1' }, user: { id: this.user },
      view: { id: `V${++this.#said}`, hash: 'h', callback_id: view.callback_id, private_metadata: view.private_metadata, state: { values } },
    }));
  }

  #interact(payload) {
    return this.#send('/slack/interactions', 'application/x-www-form-urlencoded', new URLSearchParams({ payload }).toString());
  }

  get #channel() { return `D${this.user}`; }

  async #send(path, type, body) {
    const answer = await fetch(this.#host.url + path, { method: 'POST', headers: { 'Content-Type': type, ...signed(body) }, body });
    if (answer.status !== 200) throw new Error(`${path} answered ${answer.status}: ${await answer.text()}`);
  }
}

export const blocksOf = (message) => (typeof message.body.blocks === 'string' ? JSON.parse(message.body.blocks) : message.body.blocks ?? []);

/** All words of a message as a person reads them. */
export function wordsOf(message) {
  const found = [message.body.text ?? ''];
  const walk = (node) => {
    if (Array.isArray(node)) node.forEach(walk);
    else if (node && typeof node === 'object') Object.entries(node).forEach(([key, value]) => { if (key === 'text' && typeof value === 'string') found.push(value); else walk(value); });
  };
  walk(blocksOf(message));
  return found.join('\n').replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&amp;', '&');
}
