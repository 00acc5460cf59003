// Makes the measured files in target/bench-read/files/, once.
import { copyFileSync, existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

import { ROOT } from '../../tests/e2e/harness/place.mjs';
import { geojson, kml, layer, shapefile } from './formats.mjs';
import { coast, cornersOf, fields, parcels } from './shapes.mjs';

export const OUT = join(ROOT, 'target/bench-read');
const FOLDER = join(OUT, 'files');
const SIZES = [10_000, 100_000, 1_000_000];

const plans = [
  ...SIZES.map((count) => ({ name: `coast-${count}.geojson`, shape: 'coast', kind: 'geojson', make: () => coast(count), write: geojson })),
  ...SIZES.map((count) => ({ name: `fields-${count}.geojson`, shape: 'fields', kind: 'geojson', make: () => fields(count), write: geojson })),
  { name: 'parcels-1000.geojson', shape: 'parcels', kind: 'layer', make: () => parcels(1000), write: layer },
  { name: 'coast-1000000.zip', shape: 'coast', kind: 'shapefile', make: () => coast(1_000_000), write: shapefile },
  { name: 'coast-1000000.kml', shape: 'coast', kind: 'kml', make: () => coast(1_000_000), write: kml },
];

/** Of each file its name, path, shape, kind and corners. */
export function files() {
  mkdirSync(FOLDER, { recursive: true });
  const made = plans.map(({ name, shape, kind, make, write }) => {
    const path = join(FOLDER, name);
    const rings = make();
    if (!existsSync(path)) writeFileSync(path, write(rings));
    return { name, path, shape, kind, corners: kind === 'layer' ? rings.reduce((sum, one) => sum + cornersOf(one), 0) : cornersOf(rings) };
  });
  // Teeth whose bounds all meet: the worst case of the test files.
  const comb = { name: 'diagonal_comb_10000.geojson', path: join(FOLDER, 'diagonal_comb_10000.geojson'), shape: 'comb', kind: 'geojson' };
  copyFileSync(join(ROOT, 'tests/data/boundary/hostile', comb.name), comb.path);
  return [...made, { ...comb, corners: 10_000 }];
}
