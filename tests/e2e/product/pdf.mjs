// What stands in a PDF, as far as tests look into it.
import { inflateSync } from 'node:zlib';

/** All its objects as one text, those packed into streams too. */
export function pdfObjects(bytes) {
  const text = bytes.toString('latin1');
  const unpacked = [...text.matchAll(/\/Type\s*\/ObjStm[^]*?stream\r?\n([^]*?)endstream/g)]
    .map(([, packed]) => inflateSync(Buffer.from(packed, 'latin1')).toString('latin1'));
  return [text, ...unpacked].join('\n');
}
