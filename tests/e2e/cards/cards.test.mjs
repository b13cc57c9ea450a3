// Every card that the .NET tests produced is read by the official renderer, drawn once, and left as a picture to look at.
//   dotnet test && npm test -- cards      pictures: artifacts/e2e/cards/*.png
import assert from 'node:assert/strict';
import { existsSync, mkdirSync, readFileSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { after, before, test } from 'node:test';
import { chromium } from 'playwright-core';
import { artifacts, here, root } from '../lib/places.mjs';
import { teamsTypes, wrongTeamsElements } from './teams-types.mjs';

const cards = process.env.FACTORYBOT_CARD_OUT ?? path.join(root, 'artifacts/cards');
const pictures = path.join(artifacts, 'cards');
const names = existsSync(cards) ? readdirSync(cards).filter((f) => f.endsWith('.json')).sort() : [];
let browser;
let page;

before(async () => {
  mkdirSync(pictures, { recursive: true });
  browser = await chromium.launch({ executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium', args: ['--no-sandbox'] });
  page = await browser.newPage({ viewport: { width: 720, height: 600 } });
  // The cards are drawn from memory; nothing is to be fetched.
  await page.route('**/*', (route) => route.abort());
});

// The renderer remembers where its last check of "lang" ended and complains about every second card of a page: a page for each.
async function draw(json) {
  await page.setContent(readFileSync(path.join(here, 'cards/page.html'), 'utf8'));
  await page.addScriptTag({ content: readFileSync(path.join(here, 'node_modules/adaptivecards/dist/adaptivecards.min.js'), 'utf8') });
  return page.evaluate(([text, types]) => window.draw(text, types), [json, Object.keys(teamsTypes)]);
}

after(() => browser?.close());

test('there are cards to check', () => {
  assert.notEqual(names.length, 0, `no cards in ${cards}: run dotnet test first`);
});

for (const file of names) {
  const json = readFileSync(path.join(cards, file), 'utf8');
  const card = JSON.parse(json);

  test(`${file}: the renderer reads it without a complaint`, async () => {
    const complaints = await draw(json);
    await page.locator('#card').screenshot({ path: path.join(pictures, file.replace('.json', '.png')) });
    assert.deepEqual(complaints, []);
  });

  test(`${file}: the elements of Teams are as Teams knows them`, () => {
    assert.deepEqual(wrongTeamsElements(card), []);
  });
}

test('a slip in an element is found', async () => {
  const card = {
    type: 'AdaptiveCard', version: '1.5',
    body: [{ type: 'TextBlok', text: 'x' }, { type: 'Badge', text: 'x', sytle: 'Good' }],
  };
  const complaints = await draw(JSON.stringify(card));
  assert.equal(complaints.length, 1);
  assert.match(complaints[0], /TextBlok/);
  assert.deepEqual(wrongTeamsElements(card), ['card.body[1] (Badge) has an unknown property sytle', 'card.body[1] (Badge) has no fallback']);
});
