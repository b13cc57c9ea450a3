// One conversation over all skills through every door, and an approval that crosses from one to another.
import assert from 'node:assert/strict';
import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { after, before, describe, test } from 'node:test';
import { elementsOf } from '../lib/cards.mjs';
import { Client } from '../lib/client.mjs';
import { Host, command } from '../lib/host.mjs';
import { Page } from '../lib/page.mjs';
import { Playground } from '../lib/playground.mjs';
import { LocalSlack, SlackPerson, wordsOf } from '../lib/slack.mjs';
import { until } from '../lib/places.mjs';

const TURNS = [
  'hi',
  'What was the OEE of Assembly-001 last week?',
  'and the week before?',
  'what about Packaging-001?',
  'downtime of the plant last week by reason',
  'scrap rate of line 1 last week',
  'how many pieces did CNC-001 make last week',
  'why did the OEE drop last week',
  'compare line 1 and line 2 last week',
  'three worst machines last week',
  'teep of line 2 last week',
  'top 5 customers by revenue in the sample shop',
  'How do I post a goods receipt?',
  'How do I send a fax to a supplier?',
  'list all quotes',
  'what is waiting for my approval',
  'which modules are switched on?',
  'show the approval rules',
  'OEE of Assembly-009 last week',
  'Which supplier is cheapest for bearings?',
  'thanks',
];

const GUIDE = `# Goods receipts

## Post a goods receipt

1. Open the purchase order.
2. Enter the quantity received in the field Qty. to Receive.
3. Choose Post, and then Receive.
`;

describe('every door', () => {
  let host;
  let slack;
  let playground;
  let teams;
  let page;
  let olga;
  let bea;

  before(async () => {
    slack = await LocalSlack.start();
    host = await Host.start({ env: { ...slack.settings, WebChat__DangerouslyOpenOnLoopback: 'true' } });
    const guide = path.join(host.folder, 'goods-receipts.md');
    writeFileSync(guide, GUIDE);
    for (const args of [['tenant', 'link', 'demo', 'slack:T1'], ['documents', 'add', guide]]) {
      const done = await command(host.folder, args);
      assert.equal(done.code, 0, done.out + done.error);
    }
    playground = await Playground.start(host.messages.replace('127.0.0.1', 'localhost'), { id: 'olga', name: 'Olga Berg' });
    teams = await Client.open(playground);
    await teams.answer('the welcome');
    page = await Page.open(host.url);
    await page.usable();
    olga = new SlackPerson(slack, host, 'U1', 'Olga Berg');
  });

  after(async () => {
    await page?.close();
    await teams?.close();
    await playground?.stop();
    await host?.dispose();
    slack?.close();
  });

  test('a person’s two accounts become one by a code', async () => {
    assert.match(wordsOf(await olga.say('what is my role?')), /viewer/i);
    const code = /link code [A-Z0-9-]{9}/.exec(textOf(await teams.say('link my slack account')))[0];

    assert.match(wordsOf(await olga.say(code)), /owner/i);
    assert.match(wordsOf(await olga.say('what is my role?')), /owner/i);
  });

  test('twenty turns give the same words, figures, sources and refusals', async () => {
    const history = [];
    for (const turn of TURNS) {
      const [line, rest, inTeams, inSlack, inPage] = await Promise.all([
        command(host.folder, ['ask', turn, '--json', '--conversation', 'doors']).then((r) => JSON.parse(r.out)),
        host.chat(turn, { history: [...history] }),
        teams.say(turn),
        olga.say(turn),
        page.say(turn),
      ]);
      history.push({ role: 'user', content: turn }, { role: 'assistant', content: rest.text });

      assert.equal(rest.status, line.status, `${turn}: ${JSON.stringify(rest).slice(0, 1_000)}`);
      assert.deepEqual(lasting(rest.data), lasting(line.data), turn);
      for (const [door, words] of Object.entries({ REST: rest.text, Teams: textOf(inTeams), Slack: wordsOf(inSlack), page: inPage })) {
        for (const said of plain(line.text).split('\n').filter((l) => l.trim())) {
          assert.ok(plain(words).includes(said), `${door}, "${turn}"\n${said}\nis not in\n${plain(words)}`);
        }
        for (const source of door === 'REST' ? [] : line.sources) assert.ok(plain(words).includes(source.title), `${door}, "${turn}": no ${source.title} in\n${plain(words)}`);
      }
    }
  });

  test('an approval rule that is said in one door holds in every other, and is taken back in a third', async () => {
    assert.match(textOf(await teams.say('quotes over 900,000 need the owner')), /900,000/);
    const shown = 'show the approval rules';
    const [line, rest, inSlack, inPage] = await Promise.all([
      command(host.folder, ['quotes', 'rules', 'list']).then((r) => r.out), host.chat(shown).then((r) => r.text), olga.say(shown).then(wordsOf), page.say(shown),
    ]);
    for (const words of [line, rest, inSlack, inPage]) assert.match(words, /900,000/);

    assert.match(wordsOf(await olga.say('undo the last rule change')), /Removed/);
    assert.doesNotMatch(await page.say(shown), /900,000/);
  });

  test('"report this answer" reaches the administrators from every door that keeps a conversation', async () => {
    const question = 'What was the OEE of Assembly-001 last week?';
    const doors = {
      Teams: async (words) => textOf(await teams.say(words)),
      Slack: (words, expected) => among(() => olga.say(words), () => olga.heard.map(wordsOf), expected),
      page: (words, expected) => among(() => page.say(words), () => page.answers(), expected),
      line: async (words) => JSON.parse((await command(host.folder, ['ask', words, '--json', '--conversation', 'reports'])).out).text,
    };
    for (const [door, say] of Object.entries(doors)) {
      assert.match(await say(question, /OEE/), /OEE/, door);
      const passedOn = /administrators|admins/i;
      assert.match(await say(`report this answer, ${door} shows the wrong week`, passedOn), passedOn, door);
    }

    const list = textOf(await teams.say('show reported answers'));
    for (const door of Object.keys(doors)) assert.ok(list.includes(`${door} shows the wrong week`), `${door} is not in\n${list}`);
  });

  test('what is asked in Teams is decided in Slack, and both cards change', async () => {
    bea = new SlackPerson(slack, host, 'U2', 'Bea Holm');
    await bea.say('hello');
    assert.match(textOf(await teams.say('make Bea Holm a manager')), /manager/);
    await teams.say('please quote 12 pcs GM-120-20 and 4 pcs 6204-2RS for Kovo s.r.o.');
    const count = bea.heard.length;
    const asked = textOf(await teams.say('submit my quote'));
    assert.match(asked, /waits for/i);
    await bea.next(count, 'the request for approval');
    const request = bea.heard.at(-1);
    assert.match(wordsOf(request), /Approve/);
    const told = playground.messages.length;

    const decided = await bea.press(request, 'Approve', 'Fine by me');

    assert.equal(decided.method, 'chat.update', 'the card that asked is changed');
    assert.match(wordsOf(decided), /approved/i);
    await until('the requester is told in Teams', () => playground.messages.length > told, 20_000);
    assert.match(textOf(await teams.answer('the outcome')), /approved[^]*Fine by me/i);
  });

  test('what is asked in Slack is decided in Teams, and both cards change', async () => {
    await bea.say('please quote 120 pcs GM-120-20 for Kovo s.r.o.');
    const count = playground.messages.length;
    assert.match(wordsOf(await bea.say('submit my quote')), /waits for/i);
    await until('the owner is asked in Teams', () => playground.messages.length > count, 20_000);
    await teams.answer('the request for approval');
    const told = bea.heard.length;

    await teams.pressInPlace('Approve', /approved/i);

    assert.match(wordsOf(await bea.next(told, 'the outcome')), /approved/i);
  });
});

// Who reports may be an administrator, and be told of the report before it is answered.
async function among(say, heard, expected) {
  const from = (await heard()).length;
  await say();
  const since = async () => (await heard()).slice(from).join('\n');
  await until('the answer', async () => expected.test(await since()), 20_000);
  return since();
}

/** Without what belongs to one run of a query. How sure an answer is moves in the third digit while a process is still reading the documents ahead. */
const lasting = (data) => data && { ...data, query_id: null, milliseconds: null, cached_at: null, confidence: null };

const textOf = (message) => [message.text, ...elementsOf(message, 'text'), ...elementsOf(message, 'title'), ...elementsOf(message, 'value')].join('\n');

/** Without what a channel marks words up with. */
const plain = (words) => words.replaceAll(/<br ?\/?>|\n{2,}/g, '\n').replaceAll(/[*_`~\\\u200B]/g, '').replaceAll(/[^\S\n]+/g, ' ');
