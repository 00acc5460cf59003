// A slow line in front of a server: every answer waits for the latency, and all connections share the bandwidth in turns.
// It slows whatever the browser asks for, also what a worker or a service worker asks for behind the page's back.
import { connect, createServer } from 'node:net';

const TICK_MS = 2;
const PIECE_BYTES = 1024;

/**
 * @param {string} url of the server
 * @param {{latency: number, down: number}} line milliseconds and bytes per second
 */
export async function slowLine(url, { latency, down }) {
  const { hostname, port } = new URL(url);
  const sockets = new Set();
  const waiting = []; // one for each connection with bytes under way: { client, pieces, ended }
  const log = []; // [time, bytes]
  let credit = 0;
  let last = Date.now();

  function give(now) {
    credit = Math.min(credit + ((now - last) * down) / 1000, down * 0.02);
    last = now;
    // Bytes that have not been on the way for as long as the latency are not there yet.
    for (let idle = 0; credit > 0 && idle < waiting.length;) {
      const turn = waiting.shift();
      waiting.push(turn);
      const [piece] = turn.pieces;
      if (!piece || piece.from > now) {
        idle += 1;
        continue;
      }
      idle = 0;
      const bytes = piece.data.subarray(0, PIECE_BYTES);
      piece.data = piece.data.subarray(bytes.length);
      if (piece.data.length === 0) turn.pieces.shift();
      credit -= bytes.length;
      log.push([now, bytes.length]);
      turn.client.write(bytes);
    }
  }
  const clock = setInterval(() => give(Date.now()), TICK_MS);

  const server = createServer((client) => {
    const upstream = connect({ host: hostname, port });
    const turn = { client, pieces: [] };
    waiting.push(turn);
    for (const socket of [client, upstream]) {
      socket.setNoDelay(true);
      sockets.add(socket);
      socket.on('error', () => socket.destroy());
    }
    client.on('data', (data) => upstream.write(data));
    upstream.on('data', (data) => turn.pieces.push({ data, from: Date.now() + latency }));
    client.on('close', () => {
      upstream.destroy();
      waiting.splice(waiting.indexOf(turn), 1);
      sockets.delete(client);
    });
    upstream.on('close', () => sockets.delete(upstream));
  });
  await new Promise((ready) => server.listen(0, '127.0.0.1', ready));
  return {
    url: `http://127.0.0.1:${server.address().port}/`,
    /** Bytes that had come down until a time since 1970, heads of the answers included. */
    bytesUntil: (time) => log.reduce((sum, [at, bytes]) => sum + (at <= time ? bytes : 0), 0),
    close: () => new Promise((closed) => {
      clearInterval(clock);
      sockets.forEach((socket) => socket.destroy());
      server.close(closed);
    }),
  };
}
