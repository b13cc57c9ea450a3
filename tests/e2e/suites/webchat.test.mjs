// The chat page in a real browser: asks, sees, presses, sends a file, loses the connection and gets it back.
import assert from 'node:assert/strict';
import { gzipSync } from 'node:zlib';
import { after, before, describe, test } from 'node:test';
import { Host } from '../lib/host.mjs';
import { Page } from '../lib/page.mjs';

const QUESTION = 'What was the OEE of Assembly-001 last week?';
const OPEN = { WebChat__DangerouslyOpenOnLoopback: 'true' };

describe('the chat page', () => {
  let host;
  let page;

  before(async () => {
    host = await Host.start({ env: OPEN });
    page = await Page.open(host.url);
  });

  after(async () => {
    await page?.close();
    await host?.dispose();
  });

  test('it is usable, says how soon, and loads nothing from elsewhere', async () => {
    const first = await page.usable();
    const again = await Page.open(host.url);
    const second = await again.usable();
    await again.close();
    const script = Buffer.from(await (await fetch(`${host.url}/chat/webchat.js`)).arrayBuffer());
    console.log(`chat page: usable after ${Math.round(first)} ms, then ${Math.round(second)} ms; script ${Math.round(script.length / 1024)} KB, ${Math.round(gzipSync(script).length / 1024)} KB packed`);

    assert.deepEqual(page.outside, []);
    assert.deepEqual(page.problems, []);
  });

  test('the empty page offers questions that work', async () => {
    await page.next(0, 'nothing');
    const suggestions = await page.tab.locator('.webchat__suggested-action').allInnerTexts();
    assert.ok(suggestions.length >= 3, suggestions.join());
    const answer = await page.press(suggestions[0]);
    assert.doesNotMatch(answer, /did not understand/i);
  });

  test('a question is answered with words, figures, a chart and its proof', async () => {
    const answer = await page.say(QUESTION);
    assert.match(answer, /OEE of Assembly-001 was \d+\.\d %/);
    assert.match(answer, /rows .*ISO 22400-2.*query/s);
    const chart = page.tab.locator('img[src^="data:image/svg+xml"]').last();
    assert.match(await chart.getAttribute('alt'), /^Line chart: /);
    assert.ok((await chart.evaluate((i) => i.complete && i.naturalWidth)) >= 480, 'the chart is drawn');
    await page.screenshot('webchat-answer');
  });

  test('a follow-up question is pressed', async () => {
    const title = (await page.tab.locator('.webchat__suggested-action').allInnerTexts())[0].trim();
    assert.match(await page.press(title), /OEE/);
  });

  test('a table is a table', async () => {
    await page.say('downtime of the plant last week by reason');
    assert.ok(await page.tab.locator('[role=table], table').count() > 0);
    await page.screenshot('webchat-table');
  });

  test('a thumb down asks why, and the reason is kept', async () => {
    const before = (await page.answers()).length;
    await page.tab.locator('.webchat__thumb-button').last().click();
    await page.next(before, 'the thumb');
    await page.tab.getByLabel('In your own words').last().fill('the reasons are in the wrong order');
    assert.match(await page.press('Send'), /noted/i);
  });

  test('a file is sent', async () => {
    const before = await page.tab.locator('.webchat__bubble--from-user').count();
    await page.tab.locator('input[type=file]').setInputFiles({ name: 'rfq.txt', mimeType: 'text/plain', buffer: Buffer.from('100 pieces of 4711') });
    await page.tab.keyboard.press('Enter');
    await page.tab.getByRole('button', { name: 'Send' }).first().click().catch(() => {});
    await page.tab.waitForFunction((n) => document.querySelectorAll('.webchat__bubble--from-user').length > n, before, { timeout: 30_000 });
    assert.match(await page.tab.locator('body').innerText(), /rfq\.txt/);
  });

  test('what is asked of another tab while the line is down arrives when it is back, once', async () => {
    const told = (await page.answers()).length;
    const kept = await page.tab.evaluate(() => JSON.parse(sessionStorage.getItem('talk:owner')));
    await page.context.setOffline(true);
    const asked = await fetch(`${host.url}/v3/directline/conversations/${kept.conversationId}/activities`, {
      method: 'POST', headers: { Authorization: `Bearer ${kept.token}`, 'Content-Type': 'application/json' },
      body: JSON.stringify({ type: 'message', text: 'OEE of Packaging-001 yesterday' }),
    });
    assert.equal(asked.status, 200);
    await page.tab.waitForTimeout(1_500);
    await page.context.setOffline(false);
    await page.tab.reload();
    await page.usable();
    const all = await page.next(told, 'the missed question');
    assert.match(all, /Packaging-001/);
    assert.equal((await page.answers()).length, told + 1, 'nothing is lost, nothing comes twice');
  });

  test('another person is another conversation with other rights', async () => {
    await page.tab.getByLabel('The person you are').selectOption('operator');
    await page.usable();
    await page.tab.waitForTimeout(1_500);
    assert.match((await page.answers()).at(-1), /Olu Adeyemi/);
    assert.match(await page.say('make Hana a manager'), /may not|not allowed|needs|right/i);
  });

  test('it fits on a phone, and follows the dark', async () => {
    const phone = await Page.open(host.url, { viewport: { width: 380, height: 760 }, colorScheme: 'dark', isMobile: true, hasTouch: true });
    await phone.usable();
    await phone.say(QUESTION);
    assert.ok(await phone.tab.evaluate(() => document.documentElement.scrollWidth <= innerWidth), 'nothing sticks out');
    await phone.screenshot('webchat-phone');
    await phone.close();
  });
});

test('a host that is not open asks for a key', async () => {
  const host = await Host.start();
  const page = await Page.open(host.url);
  await page.tab.getByLabel('Your API key').waitFor({ timeout: 30_000 });
  await page.tab.getByLabel('Your API key').fill('fb_wrong');
  await page.tab.getByRole('button', { name: 'Enter' }).click();
  await page.tab.getByText('not known here').waitFor({ timeout: 30_000 });
  await page.close();
  await host.dispose();
});
