// Fetches a part and instantiates it as soon as what it needs is there. It has to be the very file of this build: with the
// parts of another one, the program would run astray. What the browser has kept may be older, so it asks twice.
function part(address, integrity) {
    const ask = (cache) => fetch(address, { integrity, cache });
    const asked = ask('default').catch(() => ask('reload'));
    asked.catch(() => {});
    return async (imports) => WebAssembly.instantiate(await (await asked).arrayBuffer(), imports);
}
