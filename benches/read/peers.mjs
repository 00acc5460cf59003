// What other programs take for the same: each function measures one of them on a file, in the page, and gives
// milliseconds by phase and what came out. Bundled for the page by read.mjs.
import area from '@turf/area';
import kinks from '@turf/kinks';
import { kml } from '@tmcw/togeojson';
import shp from 'shpjs';
import sweepline from 'sweepline-intersections';

/** Times one phase after the other. */
function watch() {
  const phases = {};
  let last = performance.now();
  return {
    phases,
    done(name) {
      const now = performance.now();
      phases[name] = now - last;
      last = now;
    },
  };
}

const all = (json) => json.features ?? [{ type: 'Feature', properties: {}, geometry: json }];

async function read(kind, blob, timed) {
  if (kind === 'shapefile') {
    const bytes = await blob.arrayBuffer();
    timed.done('bytes');
    const json = await shp(bytes);
    timed.done('shpjs');
    return json;
  }
  const text = await blob.text();
  timed.done('text');
  if (kind === 'kml') {
    const json = kml(new DOMParser().parseFromString(text, 'text/xml'));
    timed.done('togeojson');
    return json;
  }
  const json = JSON.parse(text);
  timed.done('JSON.parse');
  return json;
}

/** Reading, Turf's area, and the crossings of a sweep line. */
async function sweep(kind, blob) {
  const timed = watch();
  const json = await read(kind, blob, timed);
  const squareMetres = area(json.features ? json : { type: 'Feature', properties: {}, geometry: json });
  timed.done('area');
  const crossings = all(json).reduce((sum, feature) => sum + sweepline(feature).length, 0);
  timed.done('sweepline');
  return { phases: timed.phases, area: squareMetres, crossings };
}

/** Only crossings, by comparing all edges. */
async function turfKinks(kind, blob) {
  const json = await read(kind, blob, watch());
  const timed = watch();
  const crossings = all(json).reduce((sum, feature) => sum + kinks(feature).features.length, 0);
  timed.done('kinks');
  return { phases: timed.phases, crossings };
}

/** Reading into arcs, and the crossings between them on the plane. */
async function mapshaper(kind, blob) {
  const timed = watch();
  const json = await read(kind, blob, timed);
  const { internal } = globalThis.mapshaper;
  const { arcs } = internal.importGeoJSON(json, {});
  timed.done('import');
  const crossings = internal.findSegmentIntersections(arcs, {}).length;
  timed.done('intersections');
  return { phases: timed.phases, crossings };
}

export const peers = { sweep, kinks: turfKinks, mapshaper };
