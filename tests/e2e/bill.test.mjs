// What is given away says what it is made of: the bill of materials by the published schema, licences beside every bundle.
import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { readFileSync, readdirSync } from 'node:fs';
import { join, relative } from 'node:path';
import test from 'node:test';

import Ajv from 'ajv';

import { ROOT } from './harness/index.mjs';

const GIVEN = join(ROOT, 'dist');
const SCHEMAS = join(ROOT, 'node_modules/@cyclonedx/cyclonedx-library/res/schema');
const json = (path) => JSON.parse(readFileSync(path, 'utf8'));
const BILL = json(join(GIVEN, 'sbom.cdx.json'));

function schema() {
  const ajv = new Ajv({ allErrors: true, strict: false, validateFormats: false });
  for (const other of ['spdx', 'jsf-0.82', 'cryptography-defs'].map((name) => `${name}.SNAPSHOT.schema.json`)) {
    ajv.addSchema(json(join(SCHEMAS, other)), `http://cyclonedx.org/schema/${other}`);
  }
  return ajv.compile(json(join(SCHEMAS, `bom-${BILL.specVersion}.SNAPSHOT.schema.json`)));
}

test('bill_of_materials_holds_to_the_schema_of_cyclonedx', () => {
  const holds = schema();
  assert.ok(holds(BILL), JSON.stringify(holds.errors, null, 1));
  // The schema tells a broken bill from a whole one.
  for (const change of [(bill) => { bill.components[0].hashes[0].content = 'x'; }, (bill) => { bill.components[0].unknown = 1; },
    (bill) => { delete bill.components[0].name; }]) {
    const broken = structuredClone(BILL);
    change(broken);
    assert.ok(!holds(broken));
  }
});

test('bill_of_materials_names_every_part_once_and_no_other', () => {
  const parts = [BILL.metadata.component, ...BILL.components].map((one) => one['bom-ref']);
  assert.equal(new Set(parts).size, parts.length);
  for (const { ref, dependsOn } of BILL.dependencies) {
    for (const part of [ref, ...dependsOn]) assert.ok(parts.includes(part), part);
  }
  const reached = new Set([parts[0]]);
  for (const part of reached) for (const below of BILL.dependencies.find(({ ref }) => ref === part).dependsOn) reached.add(below);
  assert.deepEqual([...parts].sort(), [...reached].sort(), 'parts that nothing depends on');
  assert.doesNotMatch(JSON.stringify(BILL), /timestamp|serialNumber|file:|path\+/);
});

test('licences_of_all_parts_stand_beside_every_bundle', () => {
  const { version } = BILL.metadata.component;
  const folders = ['site', `embed/${version}`, 'npm'];
  const [first, ...others] = folders.map((folder) => readFileSync(join(GIVEN, folder, 'THIRD-PARTY-LICENCES.txt'), 'utf8'));
  for (const other of others) assert.equal(other, first);
  for (const { name, version: of } of BILL.components.filter(({ purl }) => purl.startsWith('pkg:cargo/'))) {
    assert.match(first, new RegExp(`^${name} ${of.replaceAll('.', '\\.').replace('+', '\\+')} \\(.+\\)( \\[\\d+\\])+$`, 'm'));
  }
  // A copy of the site for use without a network needs no text that no page shows.
  assert.doesNotMatch(readFileSync(join(GIVEN, 'site/sw.js'), 'utf8'), /LICENCES/);
});

test('every_file_that_is_given_away_has_its_digest', () => {
  const lines = readFileSync(join(GIVEN, 'SHA256SUMS'), 'utf8').trimEnd().split('\n').map((line) => line.split('  '));
  const files = readdirSync(GIVEN, { recursive: true, withFileTypes: true }).filter((one) => one.isFile())
    .map((one) => relative(GIVEN, join(one.parentPath, one.name))).filter((name) => name !== 'SHA256SUMS' && !name.includes('/.')).sort();
  assert.deepEqual(lines.map(([, name]) => name).sort(), files);
  for (const [digest, name] of lines) {
    assert.equal(createHash('sha256').update(readFileSync(join(GIVEN, name))).digest('hex'), digest, name);
  }
});
