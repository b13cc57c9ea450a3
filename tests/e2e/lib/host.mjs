// The host as a real process, with a data folder of its own.
import { spawn } from 'node:child_process';
import { chmodSync, existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { freePort, hostDll, until } from './places.mjs';

export class Host {
  #child;
  #output = '';

  /** @param {{folder?: string, env?: object}} options folder: data of an earlier host */
  static async start(options = {}) {
    const host = new Host();
    host.folder = options.folder ?? newFolder();
    try {
      await host.#start(options.env ?? {});
    } catch (error) {
      await (options.folder ? host.stop('SIGKILL') : host.dispose());
      throw error;
    }
    return host;
  }

  get pid() { return this.#child.pid; }
  get output() { return this.#output; }
  get messages() { return `${this.url}/api/messages`; }

  async #start(env) {
    this.url = `http://127.0.0.1:${await freePort()}`;
    this.#child = spawn('dotnet', [hostDll(), 'serve'], {
      cwd: this.folder,
      stdio: ['ignore', 'pipe', 'pipe'],
      env: { ...settings(this.folder), ASPNETCORE_URLS: this.url, ...env },
    });
    for (const stream of [this.#child.stdout, this.#child.stderr]) stream.on('data', (d) => { this.#output += d; });
    await until(() => `the host is ready\n${this.#output.slice(-3_000)}`, async () => {
      if (this.#child.exitCode !== null || this.#child.signalCode !== null) throw new Error(`the host ended with ${this.#child.exitCode ?? this.#child.signalCode}:\n${this.#output.slice(-3_000)}`);
      return (await fetch(`${this.url}/health/ready`).catch(() => null))?.ok;
    }, 90_000);
  }

  /** Asks over REST. */
  async chat(message, more = {}) {
    const answer = await fetch(`${this.url}/api/chat`, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json' },
      body: JSON.stringify({ message, ...more }),
    });
    return { status: answer.status, ...(await answer.json()) };
  }

  async get(address) {
    const answer = await fetch(this.url + address);
    return { code: answer.status, ...(await answer.json()) };
  }

  /** Process id of the private database, while it runs. */
  databasePid() {
    const file = path.join(this.folder, 'data/postgres/data/postmaster.pid');
    if (!existsSync(file)) return null;
    const pid = Number(readFileSync(file, 'utf8').split('\n')[0]);
    return isAlive(pid) ? pid : null;
  }

  /** Ends it as Ctrl-C does, or at once with SIGKILL; comes back when it is gone. */
  async stop(signal = 'SIGINT') {
    if (this.#child.exitCode !== null || this.#child.signalCode !== null) return;
    const gone = new Promise((resolve) => { this.#child.once('exit', resolve); });
    this.#child.kill(signal);
    const hard = setTimeout(() => this.#child.kill('SIGKILL'), 20_000);
    await gone;
    clearTimeout(hard);
  }

  async dispose() {
    await this.stop();
    const database = this.databasePid();
    if (database !== null) {
      process.kill(database, 'SIGQUIT');
      await until('the database is gone', () => !isAlive(database));
    }
    rmSync(this.folder, { recursive: true, force: true });
  }
}

/** Runs one command of the program beside a host and gives what it printed. */
export function command(folder, args, env = {}) {
  const child = spawn('dotnet', [hostDll(), ...args], { cwd: folder, stdio: ['ignore', 'pipe', 'pipe'], env: { ...settings(folder), ...env } });
  let out = '';
  let error = '';
  child.stdout.on('data', (d) => { out += d; });
  child.stderr.on('data', (d) => { error += d; });
  return new Promise((resolve) => { child.once('close', (code) => resolve({ code, out, error })); });
}

function settings(folder) {
  return {
    ...process.env,
    DOTNET_CLI_TELEMETRY_OPTOUT: '1',
    DOTNET_EnableWriteXorExecute: '0', // Both as eng/run.sh and the image start it.
    DOTNET_GCgen0size: '0x400000',
    Database__DataFolder: path.join(folder, 'data'),
    Teams__DangerouslyAllowUnauthenticatedLocalCalls: 'true',
    Api__DangerouslyAllowLoopbackWithoutKey: 'true',
    Api__ChatPerMinute: '1000',
  };
}

// Open to pass through: as root the database runs as another user.
function newFolder() {
  const folder = mkdtempSync(path.join(tmpdir(), 'factorybot-e2e-'));
  chmodSync(folder, 0o711);
  return folder;
}

export function isAlive(pid) {
  try { process.kill(pid, 0); return !/^\d+ \(.*\) Z/.test(readFileSync(`/proc/${pid}/stat`, 'latin1')); } catch { return false; }
}
