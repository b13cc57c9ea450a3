// A person in front of the chat page: headless Chromium that can reach this machine only.
import path from 'node:path';
import { chromium } from 'playwright-core';
import { artifacts, until } from './places.mjs';

export class Page {
  #browser;

  static async open(url, options = {}) {
    const page = new Page();
    page.#browser = await chromium.launch({
      executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium',
      args: ['--no-sandbox', '--disable-gpu', '--no-first-run', '--disable-background-networking', '--disable-component-update', '--disable-sync'],
    });
    page.context = await page.#browser.newContext({ viewport: { width: 900, height: 1180 }, deviceScaleFactor: 1, ...options });
    page.outside = [];
    await page.context.route((to) => !['localhost', '127.0.0.1', ''].includes(to.hostname) && !['data:', 'blob:'].includes(to.protocol), (route) => {
      page.outside.push(route.request().url());
      return route.abort();
    });
    page.tab = await page.context.newPage();
    page.problems = [];
    page.tab.on('pageerror', (error) => page.problems.push(String(error)));
    page.tab.on('console', (line) => { if (line.type() === 'error') page.problems.push(line.text()); });
    await page.tab.goto(`${url}/chat`);
    return page;
  }

  close() { return this.#browser.close(); }

  /** Milliseconds from the request of the page until one can type and is connected. */
  async usable(atMost = 60_000) {
    await this.tab.waitForFunction(() => ['usable', 'connected'].every((m) => performance.getEntriesByName(m).length > 0), null, { timeout: atMost });
    return this.tab.evaluate(() => Math.max(...['usable', 'connected'].map((m) => performance.getEntriesByName(m)[0].startTime)));
  }

  /** What the bot has said so far. */
  answers() {
    return this.tab.evaluate(() => [...document.querySelectorAll('[role=article], article, .webchat__basic-transcript__activity')]
      .filter((a) => a.querySelector('.webchat__bubble:not(.webchat__bubble--from-user)')).map((a) => a.innerText));
  }

  async say(text) {
    const before = (await this.answers()).length;
    await this.tab.getByRole('textbox').last().fill(text);
    await this.tab.keyboard.press('Enter');
    return this.next(before, text);
  }

  /** Presses a suggested question or a button. */
  async press(title) {
    const before = (await this.answers()).length;
    await this.tab.getByRole('button', { name: title, exact: true }).last().click();
    return this.next(before, title);
  }

  async next(before, to, atMost = 60_000) {
    await until(() => `an answer to "${to}"`, async () => (await this.answers()).length > before, atMost, 150);
    await this.tab.waitForTimeout(700);
    return (await this.answers()).at(-1);
  }

  screenshot(name) { return this.tab.screenshot({ path: path.join(artifacts, `${name}.png`) }); }
}
