// A person in front of the Playground: headless Chromium that can reach this machine only.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { chromium } from 'playwright-core';
import { artifacts, sleep, until } from './places.mjs';

// The client orders messages by arrival: a bot that answers within about 15 ms would stand above the question. The same short
// delay on everything it hears stands for the network.
const NETWORK_MS = 120;
const EDITOR = '[data-lexical-editor=true]';
const CARD = '.ac-preview-panel';

export class Client {
  #playground;
  #context;
  #profile;
  #seen = 0;

  static async open(playground) {
    const client = new Client();
    client.#playground = playground;
    client.#profile = mkdtempSync(path.join(tmpdir(), 'factorybot-chromium-'));
    client.#context = await chromium.launchPersistentContext(client.#profile, {
      executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium',
      headless: true,
      viewport: { width: 1280, height: 1400 },
      args: ['--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--no-pings', '--disable-background-networking', '--disable-component-update',
        '--disable-sync', '--disable-default-apps', '--disable-domain-reliability',
        '--host-resolver-rules=MAP * ~NOTFOUND , EXCLUDE localhost , EXCLUDE 127.0.0.1'],
    });
    await client.#context.route((url) => !['localhost', '127.0.0.1', ''].includes(url.hostname), (route) => route.abort());
    client.page = await client.#context.newPage();
    await client.page.routeWebSocket(/\/_ws_conversation\//, (socket) => {
      const server = socket.connectToServer();
      server.onMessage((message) => { setTimeout(() => socket.send(message), NETWORK_MS); });
    });
    await client.page.goto(playground.url, { timeout: 30_000 });
    await client.page.locator(EDITOR).first().waitFor({ timeout: 30_000 });
    return client;
  }

  async close() {
    await this.#context.close();
    rmSync(this.#profile, { recursive: true, force: true });
  }

  async reload() {
    await this.page.reload();
    await this.page.locator(EDITOR).first().waitFor();
  }

  async enter(chat) {
    await this.page.locator(`button[aria-label=${JSON.stringify(chat)}]`).click();
    await this.page.locator(EDITOR).first().waitFor();
  }

  /** Types and sends; comes back with the bot's answer. */
  async say(text, { mention = false } = {}) {
    await this.#settled();
    this.#seen = this.#playground.messages.length;
    await this.page.locator(EDITOR).last().click();
    if (mention) await this.#mention();
    await this.page.keyboard.insertText(text);
    await this.page.keyboard.press('Enter');
    return this.answer(text);
  }

  /** Presses a button of the newest card; comes back with the bot's answer. */
  async press(title) {
    await this.#settled();
    this.#seen = this.#playground.messages.length;
    await this.page.locator(CARD).last().getByRole('button', { name: title, exact: true }).click();
    return this.answer(`[${title}]`);
  }

  /** Presses a button that makes its card new in place; comes back with the new card's words. */
  async pressInPlace(title, wanted) {
    await this.#settled();
    const card = this.page.locator(CARD).last();
    await card.getByRole('button', { name: title, exact: true }).click();
    let words = '';
    await until(() => `${wanted} after [${title}] in ${words}`, async () => {
      words = (await this.page.locator(CARD).allInnerTexts()).slice(-2).join('\n');
      return wanted.test(words);
    }, 20_000);
    return words;
  }

  /** The next answer of the bot, once the page shows it too. The Playground tells of its words and its card one after the other. */
  async answer(to, atMost = 20_000) {
    const { messages } = this.#playground;
    await until(() => `an answer to "${to}"`, () => messages.length > this.#seen, atMost);
    let count;
    do {
      count = messages.length;
      await sleep(NETWORK_MS + 300);
    } while (count !== messages.length);
    const parts = messages.slice(this.#seen);
    this.#seen = count;
    return { id: parts[0].id, text: parts.map((p) => p.text).filter(Boolean).join('\n'), cards: parts.flatMap((p) => p.cards), parts: parts.length };
  }

  /** Whether the newest card on the page holds a picture that the client has drawn itself. */
  async drawsChart() {
    const svg = this.page.locator(CARD).last().locator('svg').first();
    await svg.waitFor({ state: 'visible', timeout: 5_000 }).catch(() => {});
    const box = await svg.boundingBox().catch(() => null);
    return box !== null && box.width > 100 && box.height > 50;
  }

  /** The words of the newest card as a person sees them. */
  cardWords() {
    return this.page.locator(CARD).last().innerText();
  }

  screenshot(name) {
    return this.page.screenshot({ path: path.join(artifacts, `${name}.png`) });
  }

  async #mention() {
    const { name } = this.#playground.config.bot;
    await this.page.keyboard.type(`@${name}`);
    const option = this.page.locator('[role=option], [role=menuitem], li').filter({ hasText: name }).last();
    await option.waitFor({ timeout: 5_000 });
    await option.click();
    await this.page.keyboard.type(' ');
  }

  // Everything that has come is on the page: drawing it later would throw away what is being typed.
  async #settled() {
    let count = -1;
    while (count !== this.#playground.messages.length) {
      count = this.#playground.messages.length;
      await sleep(NETWORK_MS + 150);
    }
  }
}
