// Where things are, and which program is tested.
import { existsSync, statSync } from 'node:fs';
import net from 'node:net';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

export const here = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '..');
export const root = path.resolve(here, '../..');
export const artifacts = path.join(root, 'artifacts/e2e');

/** The host that was built last, unless FACTORYBOT_DLL names one. */
export function hostDll() {
  if (process.env.FACTORYBOT_DLL) return process.env.FACTORYBOT_DLL;
  const built = ['Release', 'Debug']
    .map((c) => path.join(root, `src/FactoryBot/bin/${c}/net10.0/factorybot.dll`))
    .filter(existsSync)
    .sort((a, b) => statSync(b).mtimeMs - statSync(a).mtimeMs);
  if (built.length === 0) throw new Error('The host is not built: dotnet build src/FactoryBot');
  return built[0];
}

export function freePort() {
  return new Promise((resolve, reject) => {
    const server = net.createServer();
    server.once('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const { port } = server.address();
      server.close(() => resolve(port));
    });
  });
}

export const sleep = (ms) => new Promise((resolve) => setTimeout(resolve, ms));

/** Asks until the answer is truthy; fails with what it was waiting for. */
export async function until(what, ask, atMost = 10_000, every = 50) {
  const end = performance.now() + atMost;
  for (;;) {
    const answer = await ask();
    if (answer) return answer;
    if (performance.now() > end) throw new Error(`not within ${atMost} ms: ${typeof what === 'function' ? what() : what}`);
    await sleep(every);
  }
}
