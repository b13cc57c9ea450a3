// The far end of a bot's replies: takes what a bot posts to its serviceUrl and answers as the service would.
import net from 'node:net';
import { eachMessage } from './wire.mjs';
import { sleep } from './places.mjs';

export class Connector {
  #server;
  #sockets = new Set();
  #count = 0;

  /** @param {(reply: {conversation: string, activity: object, body: string, at: number}) => void} heard
   *  @param {{delay?: number, status?: () => number}} options delay: ms before each answer; status: of the next answer, 0 for none */
  static async start(heard, { delay = 0, status = () => 201 } = {}) {
    const connector = new Connector();
    connector.#server = net.createServer((socket) => {
      socket.setNoDelay(true);
      socket.on('error', () => {});
      socket.on('close', () => connector.#sockets.delete(socket));
      connector.#sockets.add(socket);
      eachMessage(socket, (head, body) => connector.#take(socket, head, body, heard, delay, status));
    });
    await new Promise((resolve) => { connector.#server.listen(0, '127.0.0.1', resolve); });
    connector.url = `http://127.0.0.1:${connector.#server.address().port}/`;
    return connector;
  }

  stop() {
    for (const socket of this.#sockets) socket.destroy();
    return new Promise((resolve) => { this.#server.close(resolve); });
  }

  async #take(socket, head, body, heard, delay, status) {
    const at = performance.now();
    const path = head.slice(0, head.indexOf('\r\n'));
    const conversation = /\/v3\/conversations\/([^/ ?]+)/.exec(path)?.[1];
    const code = status();
    if (delay > 0) await sleep(delay);
    if (code === 0) return;
    const json = JSON.stringify(code < 300 ? { id: String(1_790_000_000_000 + this.#count++) } : { error: { code: 'Planned', message: 'Planned by the test.' } });
    // Cut off before the answer: the bot cannot know of it, and has to send it again.
    if (socket.destroyed) return;
    socket.write(`HTTP/1.1 ${code} Planned\r\nContent-Type: application/json\r\n${code === 429 ? 'Retry-After: 1\r\n' : ''}Content-Length: ${json.length}\r\n\r\n${json}`);
    if (code >= 300 || conversation === undefined) return;
    const text = body.toString();
    const activity = JSON.parse(text);
    if (activity.type === 'message') heard({ conversation: decodeURIComponent(conversation), activity, body: text, at });
  }
}
