// What the element says of the parts: where they are if not beside app.js, what else has to be
// there before one runs, and what asks again for one that hangs.
const parts_told = { folder: undefined, packed: {}, before: () => undefined, urged: (ask) => ask() };
export const tell_parts = (told) => { Object.assign(parts_told, told); };
// Fetches a part and instantiates it as soon as what it needs is there. It has to be the very file of this build: with the
// parts of another one, the program would run astray. What the browser has kept may be older, so it asks twice.
function part(name, integrity) {
  const address = parts_told.packed[name] ?? new URL(name, parts_told.folder ?? import.meta.url);
  const ask = (cache) => fetch(address, { integrity, cache });
  const whole = (cache) => ask(cache).catch(() => ask('reload'));
  const asked = Promise.all([parts_told.urged(whole), parts_told.before(name)]);
  asked.catch(() => {});
  return async (imports) => WebAssembly.instantiate(await (await asked)[0].arrayBuffer(), imports);
}
