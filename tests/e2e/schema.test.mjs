// The documented schema of a result: what the product makes holds to it, with every field described, and what is broken does not.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import test from 'node:test';
import Ajv from 'ajv/dist/2020.js';

import { ROOT, open } from './harness/index.mjs';
import { golden } from './product/golden.mjs';
import { call, hostPage } from './product/host_page.mjs';
import { resultFile } from './product/open_file.mjs';
import { FIRM, MODEL, VI, Words, indicator } from './product/words.mjs';

const SCHEMA = JSON.parse(readFileSync(join(ROOT, 'docs/schema/result.schema.json'), 'utf8'));

/** As the schema, and no field may be there that it does not describe. */
function closed(schema) {
  if (Array.isArray(schema)) return schema.map(closed);
  if (typeof schema !== 'object' || schema === null) return schema;
  const inner = Object.fromEntries(Object.entries(schema).map(([key, value]) => [key, key === 'enum' || key === 'const' ? value : closed(value)]));
  const isObject = inner.type === 'object' && inner.properties && inner.additionalProperties === undefined;
  return isObject ? { ...inner, additionalProperties: false } : inner;
}

const reader = (schema) => new Ajv({ allErrors: true, strict: true, strictTypes: false, strictTuples: false, validateFormats: false }).compile(schema);
const holds = reader(SCHEMA);
const holdsAndDescribed = reader({ ...closed(SCHEMA), $id: 'urn:cluster-ready:schema:closed' });

const WALK = [[105.7, 21.2, 4], [105.706, 21.2, 3], [105.706, 21.205, 12.5]];
const FACTS = { mountainous: true, owner: false, decision: '512/QĐ-UBND', services_share: 12.5, last_report: '2026-07-01',
  expansion: 'under-way', expansion_added_ha: 4, signs_before_2009: ['project'], connected_outside: false, start_up_land_ha: 2 };
const PROFILE = {
  name: 'Cụm “Mẫu”', province: '24', commune: 'Xã Đồng Vân', kind: 'eco', established: '2018-03-12', assessed: '2026-11-26',
  declared_area_ha: 75, industrial_land_ha: 52.4, leased_land_ha: 32.5, approved_land_ha: 40, tenants: 26, facts: FACTS,
};
const NOTES = { M1: { note: 'Sổ theo dõi', evidence: 'Tệp 3', origin: 'documented' } };
const PLACES = { university: null, institute: null, added: [{ name: 'Trường nghề', lon: 105.9, lat: 21.1 }] };
const RING = [[105.7, 21.2], [105.706, 21.2], [105.706, 21.205], [105.7, 21.205]];
const boundary = (crs) => ({ file_name: 'a.csv', format: 'CSV', crs, sigma_m: 0.1, parts: [[RING]], measures: null });

/** Assessments of every kind, as files that the product opens. */
const CASES = [
  ['nothing_answered', {}, {}],
  ['every_answer_given', golden('typical-multi-industry').answers, { profile: PROFILE, notes: NOTES, places: PLACES, walk: WALK }],
  ['quick_way', golden('typical-quick-mode').answers, { mode: 'quick' }],
  ['six_unknown', golden('typical-with-six-unknown').answers, { boundary: boundary({ system: 'wgs84' }) }],
  ...[{ system: 'vn2000-tm3', meridian: 107.75 }, { system: 'vn2000-utm', zone: 48 }, { system: 'wgs84-utm', zone: 49 }, { system: 'web-mercator' }]
    .map((crs) => [`boundary_in_${crs.system}`, { M5: { not_applicable: indicator('M5').not_applicable.reason } }, { boundary: boundary(crs) }]),
];

const told = (value) => (holdsAndDescribed(value) ? [] : holdsAndDescribed.errors.map((one) => `${one.instancePath} ${one.message} ${JSON.stringify(one.params)}`));

test('every_result_of_the_product_holds_to_the_schema_and_has_no_field_that_it_does_not_describe', async (t) => {
  const page = await open(t, hostPage('<cluster-ready lang="vi"></cluster-ready>'));
  await page.waitForHeading(VI.say('start.title'));
  for (const [name, answers, more] of CASES) {
    assert.deepEqual((await call(page, 'loadResult', JSON.parse(resultFile(MODEL, answers, more)))).refused, undefined, name);
    const { value } = await call(page, 'getResult');
    assert.deepEqual(told(value), [], name);
  }
  await call(page, 'reset');
  await page.click('button', VI.say('start.example'));
  await page.waitForText(VI.say('example.mark'));
  const { value: example } = await call(page, 'getResult');
  assert.ok(example.boundary.measures.area_m2 > 0 && Object.keys(example.legal.verdicts).length > 0);
  assert.deepEqual(told(example), []);

  // Each of these is one change away from what holds.
  const broken = {
    'another format': (one) => { one.format = 'other'; },
    'a later version': (one) => { one.format_version = 3; },
    'no model': (one) => { delete one.model; },
    'a hash of another kind': (one) => { one.model.sha256 = 'A'; },
    'an unknown mode': (one) => { one.mode = 'park'; },
    'a time of day without a zone': (one) => { one.saved_at = '2026-11-26 10:00'; },
    'an answer of two kinds': (one) => { one.answers.M1 = { level: 1, unknown: true }; },
    'an answer of no kind': (one) => { one.answers.M1 = {}; },
    'a negative index': (one) => { one.answers.M1 = { level: -1 }; },
    'a figure as a text': (one) => { one.answers.M6 = { number: '62' }; },
    'an unknown state': (one) => { one.answers.M7 = { checklist: ['done', 'maybe'] }; },
    'a note that is too long': (one) => { one.notes.M1 = { note: 'a'.repeat(10_001), evidence: '', origin: 'estimate' }; },
    'a range with one edge': (one) => { one.notes.D1 = { note: '', evidence: '', origin: 'estimate', bracket: [5] }; },
    'a third figure of a division': (one) => { one.notes.D2 = { note: '', evidence: '', origin: 'records', ratio: [3, 24], from_profile: [2] }; },
    'a date of another form': (one) => { one.profile.assessed = '26/11/2026'; },
    'an unknown type of cluster': (one) => { one.profile.kind = 'park'; },
    'a corner of three figures': (one) => { one.boundary.parts[0][0][0] = [1, 2, 3]; },
    'a system without its meridian': (one) => { one.boundary.crs = { system: 'vn2000-tm3' }; },
    'a negative area': (one) => { one.boundary.measures.area_m2 = -1; },
    'a score above 100': (one) => { one.results.overall.central = 101; },
    'a level of 6': (one) => { one.results.overall.level = 6; },
    'no counts': (one) => { delete one.results.counts; },
    'an unknown outcome': (one) => { Object.values(one.legal.verdicts)[0].outcome = 'fine'; },
    'a place beyond the globe': (one) => { one.places.added = [{ name: 'a', lon: 190, lat: 0 }]; },
  };
  for (const [what, damage] of Object.entries(broken)) {
    const one = structuredClone(example);
    damage(one);
    assert.ok(!holds(one), what);
  }
  const ranges = { D1: { note: '', evidence: '', origin: 'estimate', bracket: [5, 10] } };
  const ratios = { D2: { note: '', evidence: '', origin: 'records', ratio: [3, 24], from_profile: [1] }, I1: { note: '', evidence: '', origin: 'estimate', also: ['land'] } };
  assert.ok(holds({ ...example, notes: { ...ranges, ...ratios } }), 'how a figure was come by');
  assert.ok(holds({ ...example, added_later: true }), 'a reader leaves aside what it does not know');
});

test('every_contribution_of_a_firm_holds_to_the_schema_and_has_no_field_that_it_does_not_describe', async (t) => {
  const page = await open(t, hostPage('<cluster-ready lang="vi" mode="firm"></cluster-ready>'));
  await page.waitForHeading(new Words('vi', true).say('start.title'));
  const { cases } = JSON.parse(readFileSync(join(ROOT, 'tests/data/golden-firm.json'), 'utf8'));
  for (const firm of [{ cluster: '', workers: null, year: null }, { cluster: 'Đồng Vân', workers: 12, year: 2025 }]) {
    for (const { name, answers } of cases) {
      const file = JSON.parse(resultFile(FIRM, answers, { mode: 'firm', profile: { name, firm } }));
      assert.deepEqual((await call(page, 'loadResult', file)).refused, undefined, name);
      const { value } = await call(page, 'getResult');
      assert.deepEqual(told(value), [], name);
      assert.deepEqual([value.mode, value.profile.firm], ['firm', firm], name);
    }
  }
});
