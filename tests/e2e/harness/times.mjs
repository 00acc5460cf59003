// A reporter of Node's test runner: how long every test took, one JSON object a line.
import { basename } from 'node:path';

export default async function* times(source) {
  for await (const { type, data } of source) {
    const isTest = /^test:(pass|fail)$/.test(type) && data.nesting === 0 && data.file && !data.skip && data.name !== data.file;
    if (isTest) yield `${JSON.stringify({ file: basename(data.file), test: data.name, seconds: data.details.duration_ms / 1000 })}\n`;
  }
}
