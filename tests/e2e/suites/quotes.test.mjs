// A quote from the pasted request to the approved PDF, by two people in front of Microsoft's own client.
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { after, before, describe, test } from 'node:test';
import { elementsOf } from '../lib/cards.mjs';
import { Client } from '../lib/client.mjs';
import { Host } from '../lib/host.mjs';
import { Playground } from '../lib/playground.mjs';
import { artifacts, until } from '../lib/places.mjs';

const REQUEST = `Hello,
please quote
- 250 pcs M8x40 hex bolt DIN 933
- 500 pcs M8 hex nut DIN 934 stainless
- 12 gear motors 120 W 20:1
- 4 bearings 6204-2RS
Regards, J. Novak, Kovo s.r.o.`;

describe('a quote and its approval in the Playground', () => {
  let host;
  const places = [];
  let manager;
  let sales;

  const sit = async (id, name) => {
    const playground = await Playground.start(host.messages.replace('127.0.0.1', 'localhost'), { id, name });
    places.push(playground);
    const client = await Client.open(playground);
    await client.answer('the welcome');
    return { client, playground };
  };

  before(async () => {
    host = await Host.start();
    // Who writes first is the owner and says what the others become.
    manager = await sit('mia', 'Mia Lund');
    assert.match(wordsOf(await manager.client.say('Set the default role to analyst')), /analyst/);
    sales = await sit('lena', 'Lena Vogt');
  });

  after(async () => {
    for (const person of [manager, sales]) await person?.client.close();
    for (const playground of places) await playground.stop();
    await host?.dispose();
  });

  test('the pasted request is a draft with one line to choose', async () => {
    const draft = await sales.client.say(REQUEST);
    await sales.client.screenshot('quote-draft');

    assert.match(wordsOf(draft), /Q-\d{5}/);
    assert.match(await sales.client.cardWords(), /GM-120-20/);
    assert.ok(titlesOf(draft).includes('Use this part'), titlesOf(draft).join());
    assert.ok(!titlesOf(draft).includes('Submit for approval'), 'an open line cannot be submitted');
  });

  test('the line is fixed by choice, and the quote can be submitted', async () => {
    await sales.client.page.locator('.ac-preview-panel').last().getByRole('radio').first().check();
    await sales.client.pressInPlace('Use this part', /Submit for approval/);
    await sales.client.screenshot('quote-chosen');
    // The Playground tells nobody's name; the demo brings approvers of its own.
    assert.match(wordsOf(await sales.client.say('who must approve it?')), /needs the approval of .*Member/);
    const count = manager.playground.messages.length;
    const submitted = await sales.client.say('submit my quote');
    assert.match(wordsOf(submitted), /waits for/i);
    await until(() => 'the manager is asked', () => manager.playground.messages.length > count, 20_000);
  });

  test('the manager approves with a comment on the card that came by itself', async () => {
    const asked = await manager.client.answer('the request for approval');
    await manager.client.screenshot('quote-asked');
    assert.ok(titlesOf(asked).includes('Approve'), wordsOf(asked).slice(0, 500));
    const words = await manager.client.cardWords();
    for (const part of [/Margin/, /Asked by/, /Rules/]) assert.match(words, part);

    const told = sales.playground.messages.length;
    await manager.client.page.locator('.ac-preview-panel').last().locator('textarea').fill('Good price, go ahead');
    await manager.client.pressInPlace('Approve', /Member approved/);
    await manager.client.screenshot('quote-approved');
    await until(() => 'the requester is told', () => sales.playground.messages.length > told, 20_000);
  });

  test('the requester sees the comment, and the PDF has no DRAFT on it', async () => {
    const told = await sales.client.answer('the outcome');
    await sales.client.screenshot('quote-told');
    assert.match(wordsOf(told), /Good price, go ahead/);

    const answer = await sales.client.say('pdf of Q-00001');
    const url = elementsOf(answer, 'url', (node) => node.type === 'Action.OpenUrl')[0];
    const file = path.join(artifacts, 'quote.pdf');
    const pdf = await fetch(new URL(new URL(url).pathname + new URL(url).search, host.url));
    writeFileSync(file, Buffer.from(await pdf.arrayBuffer()));
    execFileSync('pdftoppm', ['-r', '70', '-png', file, path.join(artifacts, 'quote-pdf')]);
    const text = execFileSync('pdftotext', ['-layout', file, '-']).toString();
    assert.match(text, /GM-120-20/);
    assert.doesNotMatch(text, /DRAFT/);
  });

  test('no request failed, and nothing left this machine', () => {
    for (const playground of places) {
      assert.deepEqual(playground.errors, []);
      assert.deepEqual(playground.outside(), []);
    }
  });
});

const wordsOf = (message) => [message.text, ...message.cards.map((card) => JSON.stringify(card))].join('\n');
const titlesOf = (message) => elementsOf(message, 'title', (node) => node.type?.startsWith('Action.'));
