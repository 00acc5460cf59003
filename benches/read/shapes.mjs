// The boundaries that are measured, the same numbers in every run: as corners, in degrees with seven decimals.

/** Numbers from 0 to 1, always the same ones for a seed (mulberry32). */
function random(seed) {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

const rounded = (degrees) => Math.round(degrees * 1e7) / 1e7;
const closed = (ring) => [...ring, ring[0]];

/** A ring of many waves with rough edges, about a degree across. */
export function coast(count) {
  const next = random(count);
  const waves = Array.from({ length: 59 }, (_, n) => [(2 * next() - 1) / (n + 1), 2 * Math.PI * next()]);
  const rough = 0.0005 * Math.min(1, 3000 / count);
  const ring = Array.from({ length: count }, (_, index) => {
    const angle = (2 * Math.PI * index) / count;
    const wave = waves.reduce((sum, [high, phase], n) => sum + high * Math.sin((n + 1) * angle + phase), 0);
    const far = 0.5 * (1 + 0.07 * wave + rough * (2 * next() - 1));
    return [rounded(105.8 + far * Math.cos(angle)), rounded(21 + far * Math.sin(angle))];
  });
  return [closed(ring)];
}

/** A square with square holes side by side. */
export function fields(count) {
  const across = Math.floor(Math.sqrt(count / 5));
  const wide = 1 / across;
  const rings = [closed([[105, 20.5], [106, 20.5], [106, 21.5], [105, 21.5]])];
  for (let row = 0; row < across; row += 1) {
    for (let column = 0; column < across; column += 1) {
      const [west, south] = [105 + (column + 0.2) * wide, 20.5 + (row + 0.2) * wide];
      const [east, north] = [west + 0.6 * wide, south + 0.6 * wide];
      const hole = [[west, south], [west, north], [east, north], [east, south]];
      rings.push(closed(hole.map((corner) => corner.map(rounded))));
    }
  }
  return rings;
}

/** Parcels of 6 to 60 corners, apart from each other. */
export function parcels(count) {
  const next = random(count);
  const across = Math.ceil(Math.sqrt(count));
  return Array.from({ length: count }, (_, index) => {
    const [x, y] = [105.5 + 0.01 * (index % across), 20.5 + 0.01 * Math.floor(index / across)];
    const corners = 6 + Math.floor(55 * next());
    const ring = Array.from({ length: corners }, (_, corner) => {
      const angle = (2 * Math.PI * corner) / corners;
      const far = 0.004 * (0.6 + 0.4 * next());
      return [rounded(x + far * Math.cos(angle)), rounded(y + far * Math.sin(angle))];
    });
    return [closed(ring)];
  });
}

export const cornersOf = (rings) => rings.reduce((sum, ring) => sum + ring.length - 1, 0);
