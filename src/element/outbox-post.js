// One try to send a result: where it may go, and what the server's reply means.
const FIRST_MS = 2_000; // the wait before the second try; it doubles with every further one
const LONGEST_MS = 15 * 60_000;
const FURTHEST_MS = 24 * 3_600_000; // as long as a server may ask to wait
export const LIMIT_MS = 60_000; // a try that takes longer is given up; more for much to send on a slow line
const CHARS_PER_MS = 16;
const SAID_MS = 10_000; // as long as the words of a reply may take
const SAID_CHARS = 300;
const REPLY_CHARS = 64 * 1024;
const TRY_LATER = [408, 425, 429];
const LOOPBACK = /^(localhost|.+\.localhost|127(\.\d+){3}|\[::1\])$/;

/** The address as a URL, or an error that says why nothing may be sent there. */
export function permitted(address, base, origin) {
  let url;
  try {
    url = new URL(address, base);
  } catch {
    throw new TypeError(`submit-url="${address}" is no address.`);
  }
  const plain = url.protocol === 'http:' && (url.origin === origin || LOOPBACK.test(url.hostname));
  if (url.protocol !== 'https:' && !plain) {
    throw new TypeError(`submit-url="${address}" is not secure. It needs https; http only on this page's own origin and on localhost.`);
  }
  if (url.username || url.password) throw new TypeError('submit-url must not hold a user name or a password.');
  url.hash = '';
  return url;
}

/** When something is due, in milliseconds since 1970. A time further ahead than any wait is of a clock that was wrong. */
export function due({ next, bound }, now) {
  return next - now > (bound ? FURTHEST_MS : LONGEST_MS) ? now : next;
}

/** How long to wait after so many tries: twice as long each time, and by chance up to half of it less. */
export function pause(tries, chance = Math.random()) {
  return Math.min(LONGEST_MS, FIRST_MS * 2 ** (tries - 1)) * (1 - chance / 2);
}

/** Milliseconds that a Retry-After asks to wait, in seconds or by a date; nothing where it cannot be read. */
export function asked(header, now) {
  if (!header) return undefined;
  const wait = /^\d+$/.test(header.trim()) ? Number(header) * 1000 : Date.parse(header) - now;
  return Number.isNaN(wait) ? undefined : Math.min(Math.max(wait, 0), FURTHEST_MS);
}

/** The server's own words in a JSON reply, as one line of plain text. */
export function words(text) {
  let reply;
  try {
    reply = JSON.parse(text);
  } catch {
    return '';
  }
  const said = [reply?.message, reply?.detail, reply?.title].find((one) => typeof one === 'string' && one.trim()) ?? '';
  // Control characters, and marks that turn the direction of a text beyond its end.
  return said.replace(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\s]+/gu, ' ').trim().slice(0, SAID_CHARS);
}

async function wordsOf(response) {
  const type = response.headers.get('Content-Type') ?? '';
  if (!/^application\/([\w.-]+\+)?json\b/i.test(type) || !response.body) return '';
  const reader = response.body.pipeThrough(new TextDecoderStream()).getReader();
  const end = () => reader.cancel().catch(() => {});
  const late = setTimeout(end, SAID_MS);
  try {
    let text = '';
    while (text.length <= REPLY_CHARS) {
      const { done, value } = await reader.read();
      if (done) return words(text);
      text += value;
    }
    return '';
  } finally {
    clearTimeout(late);
    end();
  }
}

/** What a reply changes in what was sent. */
async function meaning(response, tries) {
  const { status, ok } = response;
  const now = Date.now();
  // 409: the server has received it under this key before. What was sent is not kept any longer.
  if (ok || status === 409) return { state: 'sent', status, at: now, body: '', title: '', said: '' };
  if (TRY_LATER.includes(status) || status >= 500) {
    const wait = asked(response.headers.get('Retry-After'), now);
    return { status, bound: wait !== undefined, next: now + Math.max(wait ?? 0, pause(tries)) };
  }
  return { state: 'refused', status, at: now, said: await wordsOf(response).catch(() => '') };
}

/** Tries once. Gives what changes; `status` is 0 where no answer came. */
export async function post({ address, key, body, tries }, stop) {
  const timer = setTimeout(() => stop.abort(), LIMIT_MS + body.length / CHARS_PER_MS);
  try {
    const response = await fetch(address, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json', 'Idempotency-Key': key },
      body,
      credentials: 'omit',
      redirect: 'error',
      referrerPolicy: 'no-referrer',
      cache: 'no-store',
      signal: stop.signal,
    });
    const change = await meaning(response, tries);
    response.body?.cancel().catch(() => {}); // one that never ends would hold the connection
    return change;
  } catch {
    return { status: 0, bound: false, next: Date.now() + pause(tries) };
  } finally {
    clearTimeout(timer);
  }
}
