// Slack's own packages as the other side: Bolt checks our reading of its signatures, its client speaks to the same wire as ours.
import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { verifySlackRequest } from '@slack/bolt';
import { WebClient } from '@slack/web-api';
import { Host } from '../lib/host.mjs';
import { LocalSlack, SECRET, signed } from '../lib/slack.mjs';
import { until } from '../lib/places.mjs';

describe('Slack', () => {
  let slack;
  let host;

  before(async () => {
    slack = await LocalSlack.start();
    host = await Host.start({ env: slack.settings });
  });

  after(async () => {
    await host?.dispose();
    slack?.close();
  });

  const send = (body, headers) => fetch(`${host.url}/slack/events`, { method: 'POST', headers: { 'Content-Type': 'application/json', ...headers }, body });

  test('our signature check and Bolt’s agree on good, altered, old and foreign requests', async () => {
    const now = Math.floor(Date.now() / 1000);
    const body = JSON.stringify({ type: 'url_verification', challenge: 'c1' });
    const cases = [
      [body, signed(body)],
      [body.replace('c1', 'c2'), signed(body)],
      [body, signed(body, 'another secret')],
      [body, signed(body, SECRET, now - 400)],
      [body, { ...signed(body), 'X-Slack-Signature': 'v0=00' }],
    ];
    for (const [text, headers] of cases) {
      let good = true;
      try {
        verifySlackRequest({ signingSecret: SECRET, body: text, headers: { 'x-slack-signature': headers['X-Slack-Signature'], 'x-slack-request-timestamp': Number(headers['X-Slack-Request-Timestamp']) } });
      } catch {
        good = false;
      }
      assert.equal((await send(text, headers)).status, good ? 200 : 401, JSON.stringify(headers));
    }
  });

  test('the event is acknowledged within 3 seconds, and answered with figures', async () => {
    const body = JSON.stringify({
      type: 'event_callback', team_id: 'T1', event_id: 'Ev1', authorizations: [{ user_id: 'UBOT' }],
      event: { type: 'message', channel_type: 'im', channel: 'D1', user: 'U1', text: 'hello', ts: '1790000000.000100' },
    });
    const started = performance.now();
    for (let i = 0; i < 4; i++) assert.equal((await send(body, signed(body))).status, 200);
    const took = (performance.now() - started) / 4;
    console.log(`Slack: an event is acknowledged after ${Math.round(took)} ms`);
    assert.ok(took < 3_000);
    await until('an answer', () => slack.of('chat.postMessage').length > 0, 20_000);

    assert.equal(slack.of('chat.postMessage').length, 1, 'four deliveries of one event are one question');
    assert.equal(slack.of('chat.postMessage')[0].token, 'Bearer xoxb-test');
  });

  test('Slack’s own client says the same on the same wire', async () => {
    const ours = slack.of('chat.postMessage')[0].body;
    const client = new WebClient('xoxb-test', { slackApiUrl: slack.url });
    const count = slack.calls.length;
    await client.chat.postMessage({ channel: ours.channel, text: ours.text, blocks: ours.blocks, unfurl_links: false, unfurl_media: false });
    const theirs = slack.calls[count];

    assert.equal(theirs.token, 'Bearer xoxb-test');
    assert.equal(theirs.body.channel, ours.channel);
    assert.deepEqual(typeof theirs.body.blocks === 'string' ? JSON.parse(theirs.body.blocks) : theirs.body.blocks, ours.blocks);
  });

  test('a Slack that is busy is left alone for as long as it asks', async () => {
    slack.next['chat.postMessage'] = [{ status: 429, headers: { 'Retry-After': '2' } }];
    const before = slack.of('chat.postMessage').length;
    const body = JSON.stringify({
      type: 'event_callback', team_id: 'T1', event_id: 'Ev2', authorizations: [{ user_id: 'UBOT' }],
      event: { type: 'app_mention', channel: 'C1', user: 'U1', text: '<@UBOT> help', ts: '1790000000.000300' },
    });
    const started = performance.now();
    await send(body, signed(body));
    await until('the second try', () => slack.of('chat.postMessage').length === before + 2, 30_000);

    assert.ok(performance.now() - started >= 1_900);
    assert.equal(slack.of('chat.postMessage').at(-1).body.thread_ts, '1790000000.000300');
  });
});
