// One conversation of twenty turns through every door: the same figures, sources and refusals, whoever carries them.
import assert from 'node:assert/strict';
import { createHmac } from 'node:crypto';
import http from 'node:http';
import { after, before, describe, test } from 'node:test';
import { Host, command } from '../lib/host.mjs';
import { Client } from '../lib/client.mjs';
import { Playground } from '../lib/playground.mjs';
import { until } from '../lib/places.mjs';

const TURNS = [
  'hello',
  'help',
  'What was the OEE of Assembly-001 last week?',
  'and the week before?',
  'what about Packaging-001?',
  'oee of the plant in the last 7 days',
  'downtime of Assembly-001 last week',
  'downtime by reason last week',
  'how many pieces did we make last week',
  'scrap rate of Packaging-001 last week',
  'quality issues last week',
  'which machines are there',
  'how far does the data reach',
  'how much data is there',
  'who are the members',
  'what may I do',
  'which modules are switched on',
  'oee of Assembly-999 last week',
  'oee of Assembly-001 in january 1990',
  'blorp the frobnicator',
];

const SECRET = '8f742231b10e8888abcd99yyyzzz85a5';

/** What must be the same everywhere: percentages and counts with their units, the proof but for its query, the kind of answer. */
function essence(words) {
  const plain = words.replace(/[​*_]/g, '').replace(/&amp;/g, '&').replace(/&lt;/g, '<').replace(/&gt;/g, '>').replace(/\s+/g, ' ');
  return {
    figures: [...new Set([...plain.matchAll(/-?\d[\d,]*(?:\.\d+)? ?(?:%|pieces|rows?|points|h \d+ min)/g)].map((m) => m[0].replace(' ', '')))].sort(),
    refused: /did not understand|do not know|no data|no rows|there is no|nothing|which (?:one|machine)|did you mean/i.test(plain),
  };
}

/** Every text of a JSON message, in order. */
function texts(node) {
  if (typeof node === 'string') return [node];
  if (Array.isArray(node)) return node.flatMap(texts);
  if (node === null || typeof node !== 'object') return [];
  return Object.entries(node).filter(([key]) => ['text', 'title', 'value', 'altText', 'items', 'columns', 'rows', 'cells', 'facts', 'body', 'inlines', 'fields', 'elements', 'blocks', 'fallback', 'content', 'attachments'].includes(key)).flatMap(([, child]) => texts(child));
}

describe('one conversation through every door', () => {
  let host;
  let slack;
  const said = {};

  before(async () => {
    const calls = [];
    const server = http.createServer(async (request, response) => {
      let text = '';
      for await (const chunk of request) text += chunk;
      if (request.url.endsWith('chat.postMessage')) calls.push(JSON.parse(text));
      response.writeHead(200, { 'Content-Type': 'application/json' }).end(JSON.stringify({ ok: true, ts: `1.${calls.length}`, channel: 'D1', user: { real_name: 'Ana' } }));
    });
    await new Promise((resolve) => { server.listen(0, '127.0.0.1', resolve); });
    slack = { server, calls, url: `http://127.0.0.1:${server.address().port}/api/` };
    host = await Host.start({ env: { WebChat__DangerouslyOpenOnLoopback: 'true', Slack__SigningSecret: SECRET, Slack__BotToken: 'xoxb-test', Slack__ApiUrl: slack.url } });
  });

  after(async () => {
    slack?.server.close();
    await host?.dispose();
  });

  test('over REST', async () => {
    said.rest = [];
    let conversationId;
    for (const turn of TURNS) {
      const answer = await host.chat(turn, conversationId ? { conversationId } : {});
      assert.notEqual(answer.status, 'failed', turn);
      ({ conversationId } = answer);
      said.rest.push([answer.text, ...(answer.warnings ?? []), ...texts(answer.card ?? {})].join(' '));
    }
  });

  test('in the chat page', async () => {
    said.page = await overDirectLine(host);
  });

  test('in the terminal', async () => {
    said.terminal = [];
    for (const turn of TURNS) said.terminal.push((await command(host.folder, ['ask', turn, '--conversation', 'doors'])).out);
  });

  test('in Slack', async () => {
    said.slack = [];
    for (const [i, turn] of TURNS.entries()) {
      const body = JSON.stringify({
        type: 'event_callback', team_id: 'demo', event_id: `Ev${i}`, authorizations: [{ user_id: 'UBOT' }],
        event: { type: 'message', channel_type: 'im', channel: 'D1', user: 'U1', text: turn, ts: `1790000000.${String(i).padStart(6, '0')}` },
      });
      const at = String(Math.floor(Date.now() / 1000));
      const before = slack.calls.length;
      const sent = await fetch(`${host.url}/slack/events`, {
        method: 'POST', body,
        headers: { 'Content-Type': 'application/json', 'X-Slack-Request-Timestamp': at, 'X-Slack-Signature': `v0=${createHmac('sha256', SECRET).update(`v0:${at}:${body}`).digest('hex')}` },
      });
      assert.equal(sent.status, 200);
      await until(`an answer to "${turn}"`, () => slack.calls.length > before, 30_000);
      said.slack.push(texts(slack.calls.at(-1)).join(' '));
    }
  });

  test('in Teams', async () => {
    const playground = await Playground.start(host.messages.replace('127.0.0.1', 'localhost'));
    const person = await Client.open(playground);
    await person.answer('the welcome');
    said.teams = [];
    for (const turn of TURNS) {
      const answer = await person.say(turn);
      said.teams.push([answer.text, ...answer.cards.flatMap(texts)].join(' '));
    }
    await person.close();
    await playground.stop();
  });

  test('figures and refusals are the same', () => {
    const differences = [];
    for (const [i, turn] of TURNS.entries()) {
      const expected = essence(said.page[i]);
      for (const [door, words] of Object.entries(said)) {
        const got = essence(words[i] ?? '');
        const missing = expected.figures.filter((f) => !got.figures.includes(f));
        if (missing.length > 0) differences.push(`${door}: "${turn}" lacks ${missing.slice(0, 5).join(', ')}`);
        if (got.refused !== expected.refused) differences.push(`${door}: "${turn}" ${got.refused ? 'is refused' : 'is answered'}`);
      }
    }
    assert.deepEqual(differences, []);
  });
});

async function overDirectLine(host) {
  const opened = await (await fetch(`${host.url}/chat/token?member=owner`, { method: 'POST' })).json();
  const headers = { Authorization: `Bearer ${opened.token}`, 'Content-Type': 'application/json' };
  const line = `${host.url}/v3/directline/conversations`;
  await fetch(line, { method: 'POST', headers });
  const bot = async () => (await all(line, opened, headers)).filter((a) => a.from.role === 'bot');
  await until('the welcome', async () => (await bot()).length > 0, 30_000);
  const words = [];
  for (const turn of TURNS) {
    const before = (await bot()).length;
    await fetch(`${line}/${opened.conversationId}/activities`, { method: 'POST', headers, body: JSON.stringify({ type: 'message', text: turn }) });
    let told;
    await until(`an answer to "${turn}"`, async () => {
      told = await bot();
      return told.length > before;
    }, 30_000);
    words.push(texts(told.at(-1)).join(' '));
  }
  return words;
}

async function all(line, opened, headers) {
  const activities = [];
  for (let watermark = '0'; ;) {
    const set = await (await fetch(`${line}/${opened.conversationId}/activities?watermark=${watermark}`, { headers })).json();
    if (set.activities.length === 0) return activities;
    activities.push(...set.activities);
    watermark = set.watermark;
  }
}
