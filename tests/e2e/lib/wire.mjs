// Just enough HTTP/1.1 over plain sockets: node's own costs more than the bots that are measured with it.

const END_OF_HEAD = Buffer.from('\r\n\r\n');

/** Calls heard(head, body) for each complete message that comes over the socket. */
export function eachMessage(socket, heard) {
  let buffer = Buffer.alloc(0);
  socket.on('data', (chunk) => {
    buffer = buffer.length === 0 ? chunk : Buffer.concat([buffer, chunk]);
    for (let next = take(buffer); next !== null; next = take(buffer)) {
      buffer = buffer.subarray(next.used);
      heard(next.head, next.body);
    }
  });
}

function take(buffer) {
  const end = buffer.indexOf(END_OF_HEAD);
  if (end < 0) return null;
  const head = buffer.latin1Slice(0, end);
  const start = end + END_OF_HEAD.length;
  if (/\r\ntransfer-encoding: *chunked/i.test(head)) return takeChunks(buffer, head, start);
  const length = Number(/\r\ncontent-length: *(\d+)/i.exec(head)?.[1] ?? 0);
  return buffer.length < start + length ? null : { head, body: buffer.subarray(start, start + length), used: start + length };
}

function takeChunks(buffer, head, start) {
  const parts = [];
  for (let at = start; ;) {
    const line = buffer.indexOf('\r\n', at);
    if (line < 0) return null;
    const size = parseInt(buffer.latin1Slice(at, line), 16);
    const next = line + 2 + size + 2;
    if (buffer.length < next) return null;
    if (size === 0) return { head, body: Buffer.concat(parts), used: next };
    parts.push(buffer.subarray(line + 2, line + 2 + size));
    at = next;
  }
}

export const statusOf = (head) => Number(head.slice(9, 12));
