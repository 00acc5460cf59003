// Fields: numbers as people write them, dates, input methods, and errors that lead to their field.
import assert from 'node:assert/strict';
import test from 'node:test';

import { open, without } from './harness/index.mjs';
import { begin, chosen, fill, textOf, toQuestion, valueOf } from './product/begin.mjs';
import { EN, VI, indicator } from './product/words.mjs';

/** To the profile of a new assessment. */
async function profile(page) {
  await page.waitForHeading(VI.say('start.title'));
  await page.click('button', VI.say('start.full.begin'));
  await page.landed(VI.say('profile.title'));
}

/** The entries of the summary of errors, once it is there and has the focus. */
async function told(page) {
  await page.waitFor(() => page.inside(`return active()?.className === 'error-summary';`), 'focus on the summary of errors');
  return errors(page);
}

const errors = (page) => page.inside(`return all('.error-summary li').filter(visible).map((one) => flat(one.innerText));`);

test('comma_and_point_say_the_same_number', async (t) => {
  const page = await open(t);
  await begin(page, VI, 'Cụm Số');
  await toQuestion(page, VI, 'M6');
  const files = [];
  for (const text of ['12,5', '12.5']) {
    await fill(page, 'M6-0', text);
    await page.waitForText(VI.like('number.echo', { figure: '12,5% đất công nghiệp' }));
    assert.equal(await valueOf(page, 'M6-0'), text, 'the field is left as it was typed');
    await page.click('button', VI.say('foot.save'));
    const file = await page.takeDownload(/\.cluster-ready\.json$/);
    files.push(JSON.parse(file.text));
  }
  assert.deepEqual(files[0].answers.M6, { number: 12.5 });
  assert.deepEqual(files[0].results, files[1].results);
  // The echo follows the language.
  await page.click('button', VI.switch);
  await page.waitForText(EN.like('number.echo', { figure: '12.5% of industrial land' }));
});

test('other_units_of_the_same_kind_are_converted_and_told', async (t) => {
  const page = await open(t);
  await profile(page);
  await page.typeInto('#name', 'Cụm Đơn Vị');
  await fill(page, 'declared', '0,5 km2');
  await page.waitForText('0,5 km2 = 50 ha.');
  await fill(page, 'industrial', '400000 m²');
  await page.waitForText('400000 m² = 40 ha.');
  await fill(page, 'tenants', '2 nghìn');
  await page.waitForText(`2 nghìn = 2.000 ${VI.say('profile.tenants_unit')}.`);
  await page.axe();
  await page.click('button', VI.say('profile.next'));
  await page.landed('Cụm Đơn Vị');
  await toQuestion(page, VI, 'L1');
  await fill(page, 'L1-0', '800 m');
  await page.waitForText('800 m = 0,8 km.');
  await page.click('button', VI.say('foot.save'));
  const { profile: kept, answers } = JSON.parse((await page.takeDownload(/\.cluster-ready\.json$/)).text);
  assert.equal(kept.declared_area_ha, 50);
  assert.equal(kept.industrial_land_ha, 40);
  assert.equal(kept.tenants, 2000);
  assert.deepEqual(answers.L1, { number: 0.8 });
});

test('units_of_another_kind_and_unknown_words_are_refused_at_the_field', async (t) => {
  const page = await open(t);
  await profile(page);
  await page.typeInto('#name', 'Cụm Đơn Vị');
  const count = VI.say('profile.tenants_unit');
  const refused = (unit) => VI.say('figure.other_unit', { unit });
  for (const [id, text, unit] of [['declared', '3 sào', 'ha'], ['declared', '50 km', 'ha'], ['tenants', '30 người', count]]) {
    await fill(page, id, text);
    await page.waitFor(async () => (await textOf(page, `#${id}-echo`)) === refused(unit), `${text} is refused`);
  }
  await fill(page, 'tenants', '1,5 tỷ');
  await page.waitFor(async () => VI.like('number.range', { unit: count }).test(await textOf(page, '#tenants-echo')), 'out of range');
  await page.click('button', VI.say('profile.next'));
  assert.equal((await told(page)).length, 2);
  await page.click('button', VI.say('foot.save'));
  const { profile: kept } = JSON.parse((await page.takeDownload(/\.cluster-ready\.json$/)).text);
  assert.deepEqual([kept.declared_area_ha, kept.tenants], [null, null]);
  await fill(page, 'declared', '50');
  await fill(page, 'tenants', '26 dn');
  await page.click('button', VI.say('profile.next'));
  await page.landed('Cụm Đơn Vị');
  await toQuestion(page, VI, 'M6');
  const share = VI.of(indicator('M6').answer.unit);
  for (const text of ['62 ha', '62 doanh nghiệp', '62xyz']) {
    await fill(page, 'M6-0', text);
    await page.waitFor(async () => (await textOf(page, '#M6-0-echo')) === refused(share), `${text} is refused`);
  }
  await page.press('Enter');
  assert.deepEqual(await told(page), [refused(share)]);
  await fill(page, 'M6-0', '62 phần trăm');
  await page.waitForText(VI.like('number.echo', { figure: `62${share}` }));
});

test('one_point_three_digits_asks_which_number_is_meant', async (t) => {
  const page = await open(t);
  await profile(page);
  await fill(page, 'declared', '1.000');
  await page.waitForText(VI.say('number.which'));
  // Going on without an answer leads to the field.
  await page.press('Enter');
  assert.deepEqual(await told(page), [`${VI.say('profile.declared')}: ${VI.say('number.ambiguous')}`]);
  await page.axe();
  await page.click('radio', /^1 ?Dấu thập phân/);
  await page.click('button', VI.say('profile.next'));
  await page.landed(VI.say('tasks.title'));
  await page.click('button', VI.say('foot.save'));
  const file = await page.takeDownload(/\.cluster-ready\.json$/);
  assert.equal(JSON.parse(file.text).profile.declared_area_ha, 1);
});

test('two_readings_of_a_number_stand_whole_beside_or_below_each_other', async (t) => {
  const page = await open(t);
  await profile(page);
  await fill(page, 'declared', '1.000');
  await page.waitForText(VI.say('number.which'));
  for (const width of [1280, 640, 360]) {
    await page.setSize(width);
    const words = await page.inside(`return all('.ask .choice__text').map((one) => [one.clientWidth, one.scrollWidth, parseFloat(getComputedStyle(one).fontSize)]);`);
    for (const [wide, needed, size] of words) assert.ok(wide >= needed && wide >= 5 * size, `${wide} px of ${needed} at ${width}`);
    await page.noHorizontalScroll();
  }
});

test('wrong_number_is_told_once_above_its_field_and_once_in_the_summary', async (t) => {
  const page = await open(t);
  await profile(page);
  await fill(page, 'tenants', '6000');
  const range = VI.say('number.range', { min: 0, max: `${VI.number(5000)} ${VI.say('profile.tenants_unit')}` });
  await page.waitForText(range);
  assert.doesNotMatch(range, / \./);
  await page.press('Enter');
  assert.deepEqual(await told(page), [`${VI.say('profile.tenants')}: ${range}`]);
  const field = await page.inside(`
    const field = document.querySelector('cluster-ready').shadowRoot.getElementById('tenants').closest('.field');
    return flat(field.innerText);`);
  assert.equal(field.split(range).length - 1, 1, field);
  assert.equal(field.split(VI.say('profile.tenants')).length - 1, 1, field);
  await page.review('number-error');
});

/** Ids in aria-describedby that nothing on the page has. */
const missing = (page) => page.inside(`
  const { shadowRoot } = all('cluster-ready')[0];
  return all('[aria-describedby]').flatMap((one) => one.getAttribute('aria-describedby').split(' ')
    .filter((id) => !shadowRoot.getElementById(id)).map((id) => one.localName + ' ' + one.id + ': ' + id));`);

test('what_describes_a_field_is_there', async (t) => {
  const page = await open(t);
  await profile(page);
  assert.deepEqual(await missing(page), []);
  await fill(page, 'declared', 'x');
  await page.press('Enter');
  await told(page);
  assert.deepEqual(await missing(page), []);
  await fill(page, 'declared', '5');
  await page.press('Enter');
  await page.landed(VI.say('tasks.title'));
  for (const id of ['M1', 'M2', 'M5', 'M6', 'L1']) {
    await toQuestion(page, VI, id);
    assert.deepEqual(await missing(page), [], id);
    await page.press('Enter');
    await told(page);
    assert.deepEqual(await missing(page), [], id);
    await page.click('button', VI.say('question.tasks'));
    await page.landed(VI.say('tasks.title'));
  }
  await page.click('button', VI.say('facts.title'));
  await page.landed(VI.say('facts.title'));
  assert.deepEqual(await missing(page), []);
  await page.click('button', VI.say('question.tasks'));
  await page.click('button', VI.say('boundary.title'));
  await page.landed(VI.say('boundary.title'));
  assert.deepEqual(await missing(page), []);
});

test('main_button_and_what_is_said_of_saving_stay_in_sight', async (t) => {
  const page = await open(t);
  await begin(page, VI, 'Cụm Thanh Dưới');
  await toQuestion(page, VI, 'M2');
  await page.clickOn('[id="M2-2"] + label');
  await page.waitFor(async () => VI.like('saved.at').test(await textOf(page, '.stick')), 'the time of saving in the bar');
  for (const [width, height] of [[1366, 640], [360, 640]]) {
    await page.setSize(width, height);
    const seen = () => page.inside(`
      const { top, bottom } = all('.stick')[0].getBoundingClientRect();
      return top >= 0 && bottom <= innerHeight + 1;`);
    await page.inside(`scrollTo(0, 0);`);
    assert.ok(await seen(), `at the top of the page, ${width} px`);
    // Nothing that gets the focus lies under it.
    await page.clickOn('h1');
    for (let step = 0; step < 8; step += 1) {
      await page.press('Tab');
      const covered = await page.inside(`
        const bar = all('.stick')[0].getBoundingClientRect();
        const focus = active();
        const { bottom, top } = focus.getBoundingClientRect();
        return !focus.closest('.stick') && focus.closest('.form') && top < bar.bottom && bottom > bar.top + 1 ? focus.id || focus.innerText : '';`);
      assert.equal(covered, '');
    }
    await page.screenshot(`bar-${width}`);
  }
});

test('heading_of_a_page_does_not_stick_to_the_edge', async (t) => {
  const page = await open(t, { width: 360 });
  await begin(page, VI, 'Cụm Đầu Trang');
  await page.click('button', VI.of({ vi: 'Quản lý' }));
  await page.landed(VI.of(indicator('M1').question));
  await page.press('0');
  await page.inside(`scrollTo(0, document.documentElement.scrollHeight);`);
  await page.click('button', VI.say('question.next'));
  await page.landed(VI.of(indicator('M2').question));
  const top = await page.inside(`return all('h1')[0].getBoundingClientRect().top;`);
  assert.ok(top >= 16, `${top} px`);
});

test('hovering_an_answer_does_not_look_like_choosing_it', async (t) => {
  const page = await open(t);
  await begin(page, VI, 'Cụm Rê Chuột');
  await toQuestion(page, VI, 'M2');
  await page.press('1');
  const looks = () => page.inside(`
    return all('.choice').map((one) => getComputedStyle(one).backgroundColor + getComputedStyle(one).borderColor + getComputedStyle(one).boxShadow);`);
  const changed = (index, other) => page.waitFor(async () => {
    const now = await looks();
    // Not while a colour is half changed.
    return now[index] !== (other ?? now[1]) && page.inside('return roots().every((root) => root.getAnimations().length === 0);');
  }, `another look of answer ${index + 1}`);
  await changed(0);
  const [chosen, resting] = await looks();
  const [x, y] = await page.inside(`
    const box = all('.choice')[2].getBoundingClientRect();
    return [box.left + box.width / 2, box.top + box.height / 2].map(Math.round);`);
  await page.driver.actions().move({ x, y }).perform();
  await changed(2, resting);
  const [still, , hovered] = await looks();
  assert.equal(still, chosen);
  assert.notEqual(hovered.split(')')[0], chosen.split(')')[0], 'the colours behind them');
});

test('one_reading_within_the_range_is_taken_without_asking', async (t) => {
  const page = await open(t);
  await begin(page, VI, 'Cụm Số');
  await toQuestion(page, VI, 'M6');
  await fill(page, 'M6-0', '62.500');
  await page.waitForText(VI.like('number.echo', { figure: '62,5% đất công nghiệp' }));
  assert.ok(!(await page.text()).includes(VI.say('number.which')));
});

test('number_out_of_range_is_explained_and_is_no_answer', async (t) => {
  const page = await open(t);
  await begin(page, VI, 'Cụm Số');
  await toQuestion(page, VI, 'M6');
  const range = VI.say('number.range', { min: 0, max: '100 % đất công nghiệp' });
  await fill(page, 'M6-0', '150');
  await page.waitForText(range);
  await page.press('Enter');
  assert.deepEqual(await told(page), [range]);
  // Its entry leads to the field.
  await page.press('Tab', 'Enter');
  assert.equal(await page.focusedId(), 'M6-0');
  await page.axe();
  await page.retype('95');
  await page.waitFor(async () => (await errors(page)).length === 0, 'the summary gone');
  await page.press('Enter');
  await page.landed(VI.of(indicator('M7').question));
});

test('empty_answer_is_asked_for_on_every_kind_of_question', async (t) => {
  const page = await open(t);
  await begin(page, VI, 'Cụm Trống');
  const kinds = { M2: ['M2-0', 'question.choose'], L5: ['L5-0', 'number.empty'], M6: ['M6-part', 'aid.empty'], I5: ['I5-0', 'question.choose_some'], L6: ['L6-0'], M7: ['M7-item-0-done'] };
  for (const [id, [field, key]] of Object.entries(kinds)) {
    await toQuestion(page, VI, id);
    await page.press('Enter');
    const listed = await told(page);
    if (key) assert.deepEqual(listed, [VI.say(key, { unknown: VI.say('answer.unknown') })]);
    if (id === 'L6') assert.equal(listed.length, 2, 'one entry for each distance');
    if (id === 'M7') assert.equal(listed.length, 8, 'one entry for each row');
    await page.press('Tab', 'Enter');
    assert.equal(await page.focusedId(), field);
    await page.axe();
    await page.click('button', VI.say('question.tasks'));
    await page.landed('Cụm Trống');
  }
});

test('areas_that_do_not_fit_together_are_explained', async (t) => {
  const page = await open(t);
  await profile(page);
  await fill(page, 'declared', '75');
  await fill(page, 'industrial', '52,4');
  await fill(page, 'leased', '60');
  await page.press('Enter');
  assert.deepEqual(await told(page), [VI.say('profile.leased_above', { leased: '60', total: '52,4' })]);
  await page.press('Tab', 'Enter');
  assert.equal(await page.focusedId(), 'leased');
  await page.retype('32,5');
  await page.waitForText(VI.say('profile.occupancy', { rate: '62', leased: '32,5', industrial: '52,4' }));
  await fill(page, 'industrial', '80');
  await page.press('Enter');
  assert.deepEqual(await told(page), [VI.say('profile.industrial_above', { industrial: '80', total: '75' })]);
  await fill(page, 'industrial', '52,4');
  await fill(page, 'declared', '750000');
  await page.press('Enter');
  assert.deepEqual(await told(page), [`${VI.say('profile.declared')}: ${VI.say('number.range', { min: '0', max: '10.000 ha' })}`]);
});

test('date_that_is_on_no_calendar_is_explained', async (t) => {
  const page = await open(t);
  await profile(page);
  for (const [part, text] of [['d', '31'], ['m', '2'], ['y', '2018']]) await fill(page, `established-${part}`, text);
  await page.press('Enter');
  assert.deepEqual(await told(page), [`${VI.say('profile.established')}: ${VI.say('date.wrong')}`]);
  await page.press('Tab', 'Enter');
  assert.equal(await page.focusedId(), 'established-d');
  await page.axe();
  // What was typed still stands, and is kept when the language changes.
  await page.click('button', VI.switch);
  await page.waitForHeading(EN.say('profile.title'));
  assert.equal(await valueOf(page, 'established-d'), '31');
  await fill(page, 'established-d', '28');
  await fill(page, 'established-y', '2199');
  await page.click('button', EN.say('profile.next'));
  assert.deepEqual(await told(page), [EN.say('profile.established_after')]);
});

test('vietnamese_input_method_writes_whole_words_into_every_text_field', { skip: without('compose') }, async (t) => {
  const page = await open(t);
  await profile(page);
  // Whatever writes into the field from outside while a word is composed would be seen here.
  const watch = (id) => page.inside(`
    const field = all('[id="' + arguments[0] + '"]')[0];
    const own = Object.getOwnPropertyDescriptor(Object.getPrototypeOf(field), 'value');
    window.written = 0;
    Object.defineProperty(field, 'value', { get() { return own.get.call(this); }, set(text) { window.written += 1; own.set.call(this, text); } });
    field.focus();`, id);
  const word = ['C', 'Cu', 'Cụ', 'Cụm'];
  await watch('name');
  await page.compose(...word);
  await page.type(' ');
  await page.compose('Đ', 'Đô', 'Đồ', 'Đồn', 'Đồng');
  assert.equal(await valueOf(page, 'name'), 'Cụm Đồng');
  assert.equal(await page.inside('return window.written'), 0, 'nothing wrote into the field');
  await page.click('button', VI.say('profile.next'));
  await page.landed('Cụm Đồng');

  await toQuestion(page, VI, 'M2');
  await page.click('button', VI.say('question.add_note'));
  await watch('M2-note');
  await page.compose('T', 'Th', 'Tho', 'Thô', 'Thôn', 'Thông');
  assert.equal(await valueOf(page, 'M2-note'), 'Thông');
  assert.equal(await page.inside('return window.written'), 0);
  // Digits inside a composition (VNI types tones as digits) choose nothing.
  assert.deepEqual(await chosen(page), []);
  await page.reload();
  await page.waitForHeading(VI.of(indicator('M2').question));
  await page.click('button', VI.say('question.add_note'));
  assert.equal(await valueOf(page, 'M2-note'), 'Thông');

  await page.click('button', VI.rail(indicator('M6')));
  await page.landed(VI.of(indicator('M6').question));
  await page.press('Tab');
  await watch('M6-0');
  await page.compose('6', '62');
  await page.waitForText(VI.like('number.echo', { figure: '62% đất công nghiệp' }));
  assert.equal(await page.inside('return window.written'), 0);
});

test('digits_typed_into_a_note_choose_nothing', async (t) => {
  const page = await open(t);
  await begin(page, VI, 'Cụm Ghi Chú');
  await toQuestion(page, VI, 'M2');
  await page.click('button', VI.say('question.add_note'));
  await fill(page, 'M2-note', '123 k 0');
  assert.deepEqual(await chosen(page), []);
  assert.equal(await valueOf(page, 'M2-note'), '123 k 0');
});

test('back_and_forward_between_questions_lose_nothing', async (t) => {
  const page = await open(t);
  await begin(page, VI, 'Cụm Qua Lại');
  await toQuestion(page, VI, 'M5');
  const partly = indicator('M5').answer.items.map((_, item) => `M5-item-${item}-partly`);
  for (const id of partly) await page.clickOn(`[id="${id}"] + label`);
  await page.click('button', VI.say('question.add_note'));
  await fill(page, 'M5-note', 'Theo giấy phép');
  await page.click('button', VI.say('question.next'));
  await page.landed(VI.of(indicator('M6').question));
  await page.tabTo(VI.say('aid.result'));
  await page.press(...'62');
  await page.click('button', VI.say('question.previous'));
  await page.landed(VI.of(indicator('M5').question));
  assert.deepEqual(await chosen(page), partly);
  await page.click('button', VI.say('question.add_note'));
  assert.equal(await valueOf(page, 'M5-note'), 'Theo giấy phép');
  await page.click('button', VI.say('question.next'));
  await page.landed(VI.of(indicator('M6').question));
  assert.equal(await valueOf(page, 'M6-0'), '62');
  assert.match(await textOf(page, '.echo'), /62% đất công nghiệp/);
});
