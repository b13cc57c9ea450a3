'use strict';
// Loaded into somebody else's program before it starts (node --require): it talks to this machine only.
// What it tried beyond that is written to the file FENCE_LOG, one line each.
const dgram = require('node:dgram');
const dns = require('node:dns');
const { appendFileSync } = require('node:fs');
const net = require('node:net');

const isLocal = (host) => !host || host === 'localhost' || host === '::1' || host.startsWith('127.') || host.startsWith('::ffff:127.');

function refuse(what) {
  if (process.env.FENCE_LOG) appendFileSync(process.env.FENCE_LOG, `${what}\n`);
  return Object.assign(new Error(`refused by the fence: ${what}`), { code: 'ECONNREFUSED' });
}

// Both methods take (options), (port, host) or a list that node has put in order before; the last wraps the others.
const ordered = (args) => (Array.isArray(args[0]) ? args[0] : net._normalizeArgs(args));

const connect = net.Socket.prototype.connect;
net.Socket.prototype.connect = function fencedConnect(...args) {
  const [options] = ordered(args);
  if (options.path || isLocal(options.host)) return connect.apply(this, args);
  process.nextTick(() => this.destroy(refuse(`connect ${options.host}`)));
  return this;
};

const listen = net.Server.prototype.listen;
net.Server.prototype.listen = function fencedListen(...args) {
  const [options, done] = ordered(args);
  if (options.port === undefined) return listen.apply(this, args);
  return listen.call(this, { ...options, host: '127.0.0.1' }, ...(done ? [done] : []));
};

dgram.Socket.prototype.send = () => { throw refuse('udp'); };

const asks = (name) => name === 'lookup' || name.startsWith('resolve');
for (const name of Object.keys(dns.promises).filter(asks)) {
  const real = dns.promises[name];
  dns.promises[name] = (host, ...rest) => (isLocal(host) || net.isIP(host) ? real(host, ...rest) : Promise.reject(refuse(`${name} ${host}`)));
}
for (const name of Object.keys(dns).filter((n) => asks(n) && typeof dns[n] === 'function')) {
  const real = dns[name];
  dns[name] = (host, ...rest) => {
    if (isLocal(host) || net.isIP(host)) return real(host, ...rest);
    process.nextTick(rest.at(-1), refuse(`${name} ${host}`));
    return undefined;
  };
}
