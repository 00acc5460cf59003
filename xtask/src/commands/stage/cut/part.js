// What the element says of the parts: where they are if not beside app.js, and what else has to be there before one runs.
const parts_told = { folder: undefined, before: () => undefined };
export const tell_parts = (told) => { Object.assign(parts_told, told); };
// Fetches a part and instantiates it as soon as what it needs is there. It has to be the very file of this build: with the
// parts of another one, the program would run astray. What the browser has kept may be older, so it asks twice.
function part(beside, integrity) {
  const name = beside.pathname.split('/').at(-1);
  const address = parts_told.folder ? new URL(name, parts_told.folder) : beside;
  const ask = (cache) => fetch(address, { integrity, cache });
  const asked = Promise.all([ask('default').catch(() => ask('reload')), parts_told.before(name)]);
  asked.catch(() => {});
  return async (imports) => WebAssembly.instantiate(await (await asked)[0].arrayBuffer(), imports);
}
