// Boundaries as files: GeoJSON, KML, and a zipped Shapefile on WGS 84.
import { deflateRawSync } from 'node:zlib';

export const geojson = (rings) => JSON.stringify({ type: 'Polygon', coordinates: rings });

export const layer = (polygons) => JSON.stringify({
  type: 'FeatureCollection',
  features: polygons.map((coordinates, index) => ({
    type: 'Feature',
    properties: { name: `Lô ${index + 1}` },
    geometry: { type: 'Polygon', coordinates },
  })),
});

export function kml([shell]) {
  const corners = shell.map((corner) => corner.join(',')).join(' ');
  return `<?xml version="1.0" encoding="UTF-8"?>
<kml xmlns="http://www.opengis.net/kml/2.2"><Document><Placemark><name>Lô 1</name><Polygon><outerBoundaryIs><LinearRing>
<coordinates>${corners}</coordinates>
</LinearRing></outerBoundaryIs></Polygon></Placemark></Document></kml>
`;
}

const WGS_84 = 'GEOGCS["GCS_WGS_1984",DATUM["D_WGS_1984",SPHEROID["WGS_1984",6378137.0,298.257223563]],'
  + 'PRIMEM["Greenwich",0.0],UNIT["Degree",0.0174532925199433]]';

/** One polygon of one ring; Shapefiles have shells clockwise. */
export function shapefile([shell]) {
  const ring = [...shell].reverse();
  const [xs, ys] = [0, 1].map((axis) => ring.map((corner) => corner[axis]));
  const least = (values) => values.reduce((a, b) => Math.min(a, b));
  const most = (values) => values.reduce((a, b) => Math.max(a, b));
  const bounds = [least(xs), least(ys), most(xs), most(ys)];
  const content = Buffer.alloc(4 + 32 + 12 + 16 * ring.length);
  content.writeInt32LE(5, 0);
  bounds.forEach((value, index) => content.writeDoubleLE(value, 4 + 8 * index));
  [1, ring.length, 0].forEach((value, index) => content.writeInt32LE(value, 36 + 4 * index));
  ring.flat().forEach((value, index) => content.writeDoubleLE(value, 48 + 8 * index));
  const record = Buffer.alloc(8);
  record.writeInt32BE(1, 0);
  record.writeInt32BE(content.length / 2, 4);
  const head = Buffer.alloc(100);
  head.writeInt32BE(9994, 0);
  head.writeInt32BE((head.length + record.length + content.length) / 2, 24);
  head.writeInt32LE(1000, 28);
  head.writeInt32LE(5, 32);
  bounds.forEach((value, index) => head.writeDoubleLE(value, 36 + 8 * index));
  return zip([
    ['coast.shp', Buffer.concat([head, record, content])],
    ['coast.dbf', oneRow()],
    ['coast.prj', Buffer.from(WGS_84)],
  ]);
}

/** A table of attributes with one field and one row. */
function oneRow() {
  const head = Buffer.alloc(32);
  head.set([3, 100, 1, 1], 0);
  head.writeUInt32LE(1, 4);
  head.writeUInt16LE(65, 8);
  head.writeUInt16LE(11, 10);
  const field = Buffer.alloc(32);
  field.write('ID');
  field.write('N', 11);
  field[16] = 10;
  return Buffer.concat([head, field, Buffer.from(`\r ${'1'.padStart(10)}\x1a`, 'latin1')]);
}

function zip(files) {
  const [local, central] = [[], []];
  let at = 0;
  for (const [name, content] of files) {
    const packed = deflateRawSync(content, { level: 6 });
    const common = Buffer.alloc(26);
    common.writeUInt16LE(20, 0);
    common.writeUInt16LE(8, 4);
    common.writeUInt32LE(0x21_0000, 6); // 1 January 1980
    common.writeUInt32LE(crc32(content), 10);
    common.writeUInt32LE(packed.length, 14);
    common.writeUInt32LE(content.length, 18);
    common.writeUInt16LE(name.length, 22);
    const entry = Buffer.alloc(14);
    entry.writeUInt32LE(at, 10);
    central.push(Buffer.from('PK\x01\x02\x14\x00', 'latin1'), common, entry, Buffer.from(name));
    const parts = [Buffer.from('PK\x03\x04', 'latin1'), common, Buffer.from(name), packed];
    local.push(...parts);
    at += parts.reduce((sum, part) => sum + part.length, 0);
  }
  const directory = Buffer.concat(central);
  const end = Buffer.alloc(22);
  end.write('PK\x05\x06', 'latin1');
  end.writeUInt16LE(files.length, 8);
  end.writeUInt16LE(files.length, 10);
  end.writeUInt32LE(directory.length, 12);
  end.writeUInt32LE(at, 16);
  return Buffer.concat([...local, directory, end]);
}

const CRC_TABLE = Uint32Array.from({ length: 256 }, (_, byte) => {
  let value = byte;
  for (let bit = 0; bit < 8; bit += 1) value = value & 1 ? (value >>> 1) ^ 0xedb88320 : value >>> 1;
  return value;
});

function crc32(bytes) {
  let value = 0xffffffff;
  for (const byte of bytes) value = CRC_TABLE[(value ^ byte) & 0xff] ^ (value >>> 8);
  return (value ^ 0xffffffff) >>> 0;
}
