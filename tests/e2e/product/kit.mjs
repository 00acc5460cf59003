// The workshop kit, unpacked as a trainer does it.
import { mkdirSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { inflateRawSync } from 'node:zlib';

import { ROOT } from '../harness/index.mjs';

const FOLDER = join(ROOT, 'dist/kit');
const DEFLATED = 8;
/** Of the file header and of the end of the list, by APPNOTE.TXT. */
const [LISTED, END] = [0x02014b50, 0x06054b50];

/** Name and contents of every file of the only zip in dist/kit/, in their order; with the zip's name. */
export function kit() {
  const [name, ...others] = readdirSync(FOLDER);
  if (others.length > 0) throw new Error(`more than one kit: ${others}`);
  const zip = readFileSync(join(FOLDER, name));
  const end = zip.length - 22;
  if (zip.readUInt32LE(end) !== END) throw new Error('no end of the list of files');
  const files = [];
  let at = zip.readUInt32LE(end + 16);
  for (let left = zip.readUInt16LE(end + 10); left > 0; left -= 1) {
    if (zip.readUInt32LE(at) !== LISTED || zip.readUInt16LE(at + 10) !== DEFLATED) throw new Error(`file ${files.length} of the zip`);
    const lengths = [28, 30, 32].map((place) => zip.readUInt16LE(at + place));
    const local = zip.readUInt32LE(at + 42);
    const from = local + 30 + zip.readUInt16LE(local + 26) + zip.readUInt16LE(local + 28);
    files.push({
      name: zip.toString('utf8', at + 46, at + 46 + lengths[0]),
      time: zip.readUInt32LE(at + 12),
      bytes: inflateRawSync(zip.subarray(from, from + zip.readUInt32LE(at + 20))),
    });
    at += 46 + lengths[0] + lengths[1] + lengths[2];
  }
  return { name, files };
}

/** The kit's files in a folder, which goes when the test ends; gives the path of the kit's own folder. */
export function unpack(t) {
  const folder = mkdtempSync(join(tmpdir(), 'cluster-ready-kit-'));
  t.after(() => rmSync(folder, { recursive: true, force: true }));
  const { name: zip, files } = kit();
  for (const { name, bytes } of files) {
    mkdirSync(dirname(join(folder, name)), { recursive: true });
    writeFileSync(join(folder, name), bytes);
  }
  return join(folder, zip.replace(/\.zip$/, ''));
}
