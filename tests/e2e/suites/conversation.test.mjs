// The conversation of an ordinary day, held in Microsoft's own client, and the same figure on every way out.
import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { elementsOf, figures } from '../lib/cards.mjs';
import { Client } from '../lib/client.mjs';
import { Host, command } from '../lib/host.mjs';
import { Playground } from '../lib/playground.mjs';
import { sleep } from '../lib/places.mjs';

const QUESTION = 'What was the OEE of Assembly-001 last week?';

describe('the conversation in the Playground', () => {
  let host;
  let playground;
  let person;
  let lastWeek;

  before(async () => {
    host = await Host.start();
    playground = await Playground.start(host.messages.replace('127.0.0.1', 'localhost'));
    person = await Client.open(playground);
  });

  after(async () => {
    await person?.close();
    await playground?.stop();
    await host?.dispose();
  });

  test('a person who comes is welcomed once', async () => {
    const welcome = await person.answer('the welcome');
    assert.ok(welcome.parts <= 2 && welcome.cards.length <= 1, JSON.stringify(welcome).slice(0, 500));
    await person.screenshot('welcome');
    await person.reload();
    await sleep(1_500);

    assert.equal(playground.messages.length, welcome.parts, 'a page that loads again is not a new person');
  });

  test('the question of the OEE is answered with figures, factors, chart, proof and buttons', async () => {
    const answer = await person.say(QUESTION);
    await person.screenshot('oee');

    lastWeek = figures(answer);
    assert.ok(lastWeek.length > 0, `no figure in ${JSON.stringify(answer.text)}`);
    const words = await person.cardWords();
    for (const factor of ['Availability', 'Performance', 'Quality']) assert.match(words, new RegExp(factor, 'i'));
    assert.match(words, /rows .*ISO 22400-2.*query/is, 'the proof line');
    assert.ok(elementsOf(answer).some((type) => type.startsWith('Chart.')), 'a chart in the card');
    assert.ok(await person.drawsChart(), 'the chart drawn by the client itself');
    assert.ok(buttonsOf(answer).length > 0, 'follow-up buttons');
  });

  test('"and the week before?" changes the period', async () => {
    const answer = await person.say('and the week before?');

    assert.match(wordsOf(answer), /Assembly-001/);
    assert.notDeepEqual(figures(answer), lastWeek);
  });

  test('"what about Packaging-001?" changes the machine', async () => {
    const answer = await person.say('what about Packaging-001?');
    await person.screenshot('follow-up');

    assert.match(wordsOf(answer), /Packaging-001/);
    assert.ok(figures(answer).length > 0);
  });

  test('a pressed follow-up button is answered', async () => {
    const answer = await person.say(QUESTION);

    const pressed = await person.press(buttonsOf(answer)[0]);
    await person.screenshot('button');

    assert.notEqual(pressed.id, answer.id);
    assert.ok(figures(pressed).length > 0, wordsOf(pressed));
  });

  test('a misspelt name without its dash is understood', async () => {
    const answer = await person.say('whats the oee of asembly 1 last week');

    assert.deepEqual(figures(answer), lastWeek);
  });

  test('what it cannot answer is said without a figure, with choices', async () => {
    const answer = await person.say('Which supplier is cheapest for bearings?');
    await person.screenshot('not-understood');

    assert.deepEqual(figures(answer), []);
    assert.ok(wordsOf(answer).length > 20);
  });

  test('hi and help are answered', async () => {
    assert.ok(wordsOf(await person.say('hi')).length > 0);
    assert.match(wordsOf(await person.say('help')), /OEE/i);
    await person.screenshot('help');
  });

  test('over REST and on the command line the figure is the same', async () => {
    const rest = await host.chat(QUESTION);
    const asked = await command(host.folder, ['ask', QUESTION, '--json']);

    assert.equal(rest.status, 'answered', JSON.stringify(rest).slice(0, 500));
    const line = JSON.parse(asked.out);
    assert.equal(line.status, 'answered', asked.out.slice(0, 500) + asked.error);
    assert.equal(line.text, rest.text);
    assert.deepEqual(line.data, rest.data);
    assert.deepEqual(figures({ text: rest.text, cards: [] }).slice(0, 1), lastWeek.slice(0, 1));
  });

  test('in a group chat it answers when it is mentioned', async () => {
    await person.enter(playground.config.groupChats[0].name);
    await sleep(1_000);

    const answer = await person.say(QUESTION, { mention: true });
    await person.screenshot('group');

    assert.deepEqual(figures(answer), lastWeek);
  });

  test('no request failed, and nothing left this machine', () => {
    assert.deepEqual(playground.errors, []);
    assert.deepEqual(playground.outside(), []);
  });
});

const wordsOf = (message) => [message.text, ...message.cards.map((card) => JSON.stringify(card))].join('\n');
const buttonsOf = (message) => elementsOf(message, 'title', (node) => node.type?.startsWith('Action.'));
