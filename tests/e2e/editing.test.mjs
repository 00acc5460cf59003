// Corners moved, put in and taken out on the map, by keys and by pointer; changes taken back and made again.
import assert from 'node:assert/strict';
import { join } from 'node:path';
import test from 'node:test';

import { open, without } from './harness/index.mjs';
import { fill, textOf } from './product/begin.mjs';
import { FOLDER, toBoundary } from './product/boundary_page.mjs';
import { Gallery } from './product/gallery.mjs';
import { EN, VI } from './product/words.mjs';

const NAME = 'Cụm Dời Góc';
const AREA = '29,75';

const measures = (page) => textOf(page, '.measures');
const told = (page) => textOf(page, '.map__told');

/** What stands in the table: X and Y of every corner. */
const table = (page) =>
  page.inside(`
    const cells = all('.corners--edit .corners__input').filter(visible).map((one) => one.value);
    return cells.flatMap((cell, index) => (index % 2 === 0 ? [[cell, cells[index + 1]]] : []));`);

const figures = async (page) => (await table(page)).map((row) => row.map((cell) => Number(cell.replace(',', '.'))));

/** Numbers of the rows that are marked as the chosen corner's. */
const marked = (page) =>
  page.inside(`return all('.corners--edit tr[aria-current=true] th').map((one) => one.innerText.match(/\\d+/)[0]);`);

/** A boundary of 14 corners in metres on the page, measured. */
async function measured(t, words = VI) {
  const page = await open(t);
  await toBoundary(page, VI, NAME);
  if (words !== VI) {
    await page.click('button', VI.switch);
    await page.waitForHeading(words.say('boundary.title'));
  }
  await page.upload('#boundary-file', join(FOLDER, 'formats/boundary_vn2000_crs_member.geojson'));
  await page.waitFor(async () => (await measures(page)).includes(`${words.number(29.75)} ha`), 'the area');
  await page.landed(words.say('boundary.title'));
  return page;
}

/** Switches the moving of corners on, by keyboard; the first corner is chosen and the map has the focus. */
async function beginMoving(page, words = VI) {
  await page.tabTo(words.say('boundary.move'));
  await page.press('Enter');
  await page.waitFor(async () => (await page.focused()).name === words.say('boundary.move.map'), 'focus on the map');
  await page.waitFor(async () => (await told(page)) === words.say('boundary.move.chosen', { corner: 1, count: 14 }), 'the first corner');
}

/** How far a key moves a corner, metres: coarse and fine, as the page says it. */
async function steps(page) {
  const [, coarse, fine] = (await textOf(page, '#boundary-moving-hint')).match(/dời góc ([\d.,]+) m, giữ Shift thì ([\d.,]+) m/);
  return [coarse, fine].map((step) => Number(step.replace('.', '').replace(',', '.')));
}

/** The middle of the chosen handle, or of another one, in the viewport. */
const middle = (page, css) =>
  page.inside(`
    const box = all(arguments[0])[0].getBoundingClientRect();
    return [box.left + box.width / 2, box.top + box.height / 2].map(Math.round);`, css);

async function drag(page, [x, y], [right, down]) {
  const at = (dx, dy) => ({ x: x + dx, y: y + dy, duration: 40 });
  await page.driver.actions().move(at(0, 0)).press().move(at(right / 2, down / 2)).move(at(right, down)).release().perform();
}

const toMap = (page) => page.inside(`all('.map__stage')[0].scrollIntoView({ block: 'center', behavior: 'instant' });`);

/** How far the first corner and the eighth are apart on the screen. */
const apart = (page) => page.inside(`
  const [one, , , , , , , other] = all('.map__svg .map__corner').map((corner) => corner.getBoundingClientRect());
  return Math.hypot(one.x - other.x, one.y - other.y);`);

/** Turns the wheel over the map, as a browser tells it. */
const wheel = (page, told, times = 1) => page.inside(`
  const [told, times] = arguments;
  const stage = all('.map__stage')[0];
  const { left, top, width, height } = stage.getBoundingClientRect();
  const event = () => new WheelEvent('wheel', { bubbles: true, cancelable: true, composed: true, clientX: left + width / 2, clientY: top + height / 2, ...told });
  return Array.from({ length: times }, () => !stage.dispatchEvent(event())).includes(true);`, told, times);

test('wheel_zooms_the_map_by_as_much_as_it_is_turned_and_not_sideways', async (t) => {
  const page = await measured(t);
  await page.inside(`all('.map__stage')[0].focus();`);
  const before = await apart(page);
  assert.equal(await wheel(page, { deltaX: 60 }), false, 'a turn sideways is left to the page');
  assert.equal(await apart(page), before);
  const changed = async (low, high) => page.waitFor(async () => {
    const now = (await apart(page)) / before;
    return now > low && now < high;
  }, `a zoom between ${low} and ${high}`);
  assert.equal(await wheel(page, { deltaY: 1 }, 20), true);
  await changed(0.95, 0.98);
  await wheel(page, { deltaY: -1 }, 20);
  await changed(0.999, 1.001);
  await wheel(page, { deltaY: -3, deltaMode: 1 });
  await changed(1.19, 1.21);
});

test('corner_moved_by_keys_changes_table_and_area_and_both_come_back', async (t) => {
  const page = await measured(t);
  const [before, area] = [await figures(page), await measures(page)];
  await beginMoving(page);
  await page.press('n');
  await page.waitFor(async () => (await told(page)) === VI.say('boundary.move.chosen', { corner: 2, count: 14 }), 'the second corner');
  assert.deepEqual(await marked(page), ['2']);

  const [coarse, fine] = await steps(page);
  await page.press('Up', 'Up', 'Shift+Right');
  const north = VI.say('boundary.move.way', { distance: VI.say('map.metres', { figure: VI.number(2 * coarse) }), way: VI.say('wind.north') });
  const east = VI.say('boundary.move.way', { distance: VI.say('map.metres', { figure: VI.number(fine) }), way: VI.say('wind.east') });
  const moved = VI.say('boundary.move.moved', { corner: 2, ways: `${north}, ${east}` });
  await page.waitFor(async () => (await told(page)).startsWith(moved), moved);
  const now = await figures(page);
  assert.deepEqual(now[1].map((figure) => figure.toFixed(3)), [before[1][0] + 2 * coarse, before[1][1] + fine].map((figure) => figure.toFixed(3)));
  assert.deepEqual(now.toSpliced(1, 1), before.toSpliced(1, 1), 'no other corner moves');
  const after = await measures(page);
  assert.notEqual(after, area);
  const said = (await told(page)).match(/([\d,]+) ha/)[0];
  assert.ok(after.includes(said), `${said} is the area of the table below`);
  assert.equal(await page.inside(`return all('.map__told')[0].getAttribute('role')`), 'status');

  await page.press('Control+z', 'Control+z', 'Control+z');
  await page.waitFor(async () => (await measures(page)) === area, 'the area of before');
  assert.deepEqual(await figures(page), before);
  await page.press('Control+y', 'Control+Shift+z', 'Control+y');
  await page.waitFor(async () => (await measures(page)) === after, 'the area of after');
  assert.deepEqual(await figures(page), now);

  // A corner in the middle of the edge that follows, and away with it again.
  await page.press('i');
  await page.waitFor(async () => (await table(page)).length === 15, 'one corner more');
  assert.deepEqual(await marked(page), ['3']);
  const [second, third, fourth] = (await figures(page)).slice(1, 4);
  assert.deepEqual(third.map((figure) => figure.toFixed(2)), second.map((figure, index) => ((figure + fourth[index]) / 2).toFixed(2)));
  assert.equal(await measures(page), after, 'a corner on an edge changes no area');
  await page.press('Delete');
  await page.waitFor(async () => (await table(page)).length === 14, 'one corner less');
  assert.deepEqual(await figures(page), now);

  // Then the keys are the map's own again.
  await page.press('Escape', 'Up', '+');
  await page.waitFor(async () => (await page.all('.map__handle')).length === 0, 'no handles');
  assert.deepEqual(await figures(page), now);
  assert.deepEqual(await marked(page), []);
  await page.waitFor(async () => VI.like('saved.at').test(await textOf(page, '.saved')), 'the time of saving');
  await page.reload();
  await page.waitFor(async () => (await measures(page)) === after, 'the area after a reload');
});

test('cell_typed_in_is_one_step_and_a_new_change_forgets_what_was_taken_back', { skip: without('fieldUndo') }, async (t) => {
  const page = await measured(t);
  const area = await measures(page);
  const first = await page.inside(`return all('.corners__input')[0].id`);
  await fill(page, first, '1851533,395');
  await page.waitFor(async () => (await measures(page)) !== area, 'another area');
  const typed = await measures(page);
  await page.click('button', VI.say('boundary.undo'));
  await page.waitFor(async () => (await measures(page)) === area, 'the area of before');
  assert.deepEqual((await table(page))[0], ['1851433,395', '588656,512']);
  await page.waitFor(async () => (await page.focusedId()) === 'boundary-problems', 'focus on the list of problems');
  assert.equal((await page.named('button', VI.say('boundary.undo'))).length, 0, 'nothing else to take back');

  await page.click('button', VI.say('boundary.redo'));
  await page.waitFor(async () => (await measures(page)) === typed, 'the area as typed');
  assert.deepEqual((await table(page))[0], ['1851533,395', '588656,512']);
  await page.click('button', VI.say('boundary.undo'));
  await page.waitFor(async () => (await measures(page)) === area, 'the area of before');
  const second = () => page.inside(`return all('.corners__input')[2].id`);
  await fill(page, await second(), '1851552,225');
  await page.waitFor(async () => (await measures(page)) !== area, 'another area');
  assert.equal((await page.named('button', VI.say('boundary.redo'))).length, 0, 'nothing to make again');

  // What cannot be read is taken back too, and comes again as it was typed.
  await page.press('Tab');
  await fill(page, await second(), 'x');
  await page.waitForText(VI.say('boundary.cell.not_number'));
  await page.click('button', VI.say('boundary.undo'));
  await page.waitFor(async () => (await table(page))[1][0] === '1851552,225', 'the figure of before');
  await page.click('button', VI.say('boundary.redo'));
  await page.waitFor(async () => (await table(page))[1][0] === 'x', 'what was typed');
  await page.waitForText(VI.say('boundary.cell.not_number'));

  // In a field the keys belong to the field.
  await page.click('button', VI.say('boundary.undo'));
  await page.waitFor(async () => (await table(page))[1][0] === '1851552,225', 'the figure of before');
  await page.clickOn('.corners__input');
  await page.press('End');
  await page.type('9');
  await page.waitFor(async () => (await table(page))[0][0] !== '1851433,395', 'another digit');
  await page.press('Control+z');
  await page.waitFor(async () => (await table(page))[0][0] === '1851433,395', 'the digit taken back by the browser');
  assert.equal((await table(page))[1][0], '1851552,225', 'and nothing else');
});

/** How many metres a pixel of the map is, by its scale bar. */
const metresPerPixel = (page) => page.inside(`
    const label = all('.map__svg .map__label').map((one) => one.textContent).find((text) => / m$/.test(text.replace('\\u00a0', ' ')));
    const bar = all('.map__svg rect').map((one) => one.getBoundingClientRect());
    return Number(label.replace(/[^\\d]/g, '')) / (bar.at(-1).right - bar[0].left);`);

/** Where the third corner's handle is. */
const thirdHandle = (page) => page.inside(`return all('.map__handle:not(.map__handle--chosen)').map((one) => {
    const box = one.getBoundingClientRect();
    return [box.left + box.width / 2, box.top + box.height / 2].map(Math.round);
  })[1];`);

test('corner_dragged_by_mouse_lands_in_the_table', { skip: without('keysAfterMouse') }, async (t) => {
  const page = await measured(t);
  const before = await figures(page);
  await beginMoving(page);
  await toMap(page);
  const perPixel = await metresPerPixel(page);


  // A press that does not move only chooses.
  const third = await thirdHandle(page);
  await drag(page, third, [0, 0]);
  await page.waitFor(async () => (await told(page)) === VI.say('boundary.move.chosen', { corner: 3, count: 14 }), 'the third corner');
  assert.deepEqual(await figures(page), before);

  await drag(page, third, [40, 30]);
  await page.waitFor(async () => (await figures(page))[2][0] !== before[2][0], 'a moved corner');
  const now = await figures(page);
  assert.ok(Math.abs(now[2][0] - before[2][0] + 30 * perPixel) < perPixel, `${now[2][0] - before[2][0]} m north, ${perPixel} m a pixel`);
  assert.ok(Math.abs(now[2][1] - before[2][1] - 40 * perPixel) < perPixel, `${now[2][1] - before[2][1]} m east`);
  assert.deepEqual(now.toSpliced(2, 1), before.toSpliced(2, 1));
  assert.match(await told(page), VI.like('boundary.move.moved', { corner: 3 }));

  // One drag is one step; Escape in the middle of one moves nothing.
  await page.press('Control+z');
  await page.waitFor(async () => (await figures(page))[2][1] === before[2][1], 'the place before');
  const chosen = await middle(page, '.map__handle--chosen');
  await page.driver.actions().move({ x: chosen[0], y: chosen[1] }).press().move({ x: chosen[0] + 50, y: chosen[1] }).perform();
  await page.waitFor(async () => (await page.all('.map__dragged')).length === 2, 'the edges that go with it');
  await page.press('Escape');
  await page.driver.actions().release().perform();
  await page.waitFor(async () => (await page.all('.map__dragged')).length === 0, 'the end of the drag');
  assert.deepEqual(await figures(page), before);

  // Across the boundary: the error that comes of it is told at once, on the map, in the list and in the table.
  await drag(page, chosen, [0, 260]);
  await page.waitFor(async () => VI.like('boundary.lead.wrong.other').test(await told(page)), 'the errors');
  assert.match(await textOf(page, '.problem--must'), VI.like('boundary.problem.crossing'));
  assert.ok((await page.all('.corners--edit .flag')).length > 0);
});

test('error_that_comes_of_moving_a_corner_speaks_of_the_move_and_offers_to_take_it_back_first', async (t) => {
  const page = await measured(t);
  await beginMoving(page);
  const isWrong = async () => VI.like('boundary.lead.wrong.other').test(await told(page));
  for (let turn = 0; turn < 12 && !(await isWrong()); turn += 1) {
    for (let step = 0; step < 5; step += 1) await page.press('Down');
    await page.waitFor(async () => !(await textOf(page, '.busy')), 'the boundary to be measured');
  }
  await page.waitFor(isWrong, 'the errors');
  const said = await textOf(page, '.problem--must');
  assert.ok(said.includes(VI.say('boundary.reason.crossing_edited')), said);
  assert.ok(!said.includes(VI.say('boundary.reason.crossing')), said);
  const buttons = await page.inside(`
    return all('[aria-labelledby=boundary-problems] button').filter(visible).map((one) => flat(one.innerText));`);
  assert.equal(buttons[0], VI.say('boundary.undo'));
  // Of a file that came so it is said what usually brings it about.
  const other = await open(t);
  await toBoundary(other, VI, NAME);
  await other.drop('.drop', 'no.geojson', JSON.stringify({
    type: 'Polygon', coordinates: [[[105.7, 21.2], [105.71, 21.21], [105.71, 21.2], [105.7, 21.21], [105.7, 21.2]]],
  }));
  await other.waitForText(VI.say('boundary.reason.crossing'));
});

test('corner_dragged_by_finger_lands_in_the_table', { skip: without('touch') }, async (t) => {
  const page = await measured(t);
  const before = await figures(page);
  await beginMoving(page);
  await toMap(page);
  const perPixel = await metresPerPixel(page);
  await drag(page, await thirdHandle(page), [0, 0]);
  await page.waitFor(async () => (await told(page)) === VI.say('boundary.move.chosen', { corner: 3, count: 14 }), 'the third corner');

  // 20 pixels beside the handle are near enough for a finger.
  const [x, y] = await middle(page, '.map__handle--chosen');
  await page.browser.touch('touchStart', [x + 14, y + 14]);
  await page.browser.touch('touchMove', [x - 10, y + 14]);
  await page.browser.touch('touchMove', [x - 26, y + 14]);
  await page.browser.touch('touchEnd');
  await page.waitFor(async () => (await figures(page))[2][1] < before[2][1], 'a corner moved by a finger');
  const [, east] = (await figures(page))[2];
  assert.ok(Math.abs(east - before[2][1] + 40 * perPixel) < perPixel, `${east - before[2][1]} m`);
});

test('buttons_alone_move_put_in_and_take_out_down_to_three_corners', async (t) => {
  const page = await measured(t);
  await page.click('button', VI.say('boundary.move'));
  const before = await figures(page);
  await page.click('button', VI.say('boundary.move.previous'));
  await page.waitFor(async () => (await told(page)) === VI.say('boundary.move.chosen', { corner: 14, count: 14 }), 'the last corner');
  await page.click('button', VI.like('boundary.move.by', { way: VI.say('wind.west') }));
  await page.waitFor(async () => (await figures(page))[13][1] < before[13][1], 'a corner farther west');
  await page.click('button', VI.say('boundary.row.insert'));
  await page.waitFor(async () => (await table(page)).length === 15, 'one corner more');
  for (let left = 14; left >= 3; left -= 1) {
    await page.click('button', VI.say('boundary.row.remove'));
    await page.waitFor(async () => (await table(page)).length === left, `${left} corners`);
  }
  await page.click('button', VI.say('boundary.row.remove'));
  await page.waitFor(async () => (await told(page)) === VI.say('boundary.move.too_few'), 'a refusal');
  assert.equal((await table(page)).length, 3);
  await page.click('button', VI.say('boundary.undo'));
  await page.waitFor(async () => (await table(page)).length === 4, 'four corners');
  await page.waitFor(async () => (await page.focused()).name === VI.say('boundary.move.map'), 'focus on the map');
});

test('hole_in_degrees_is_moved_by_its_own_corners', { skip: without('keysAfterMouse') }, async (t) => {
  const page = await open(t);
  await toBoundary(page, VI, NAME);
  await page.upload('#boundary-file', join(FOLDER, 'formats/hole.geojson'));
  await page.waitFor(async () => / ha/.test(await measures(page)), 'the area');
  await page.landed(VI.say('boundary.title'));
  const shell = await table(page);
  await page.click('button', VI.say('boundary.move'));
  // The corner before the first one of the outer line is the last one of the hole.
  await page.press('p');
  const ring = VI.say('boundary.hole', { number: 1 });
  await page.waitFor(async () => VI.like('boundary.move.chosen_in', { ring }).test(await told(page)), 'a corner of the hole');
  const before = await table(page);
  assert.notDeepEqual(before, shell);
  const area = await measures(page);
  await page.press('Shift+Up');
  await page.waitFor(async () => (await measures(page)) !== area, 'another area');
  const now = await table(page);
  assert.deepEqual(now.slice(0, -1), before.slice(0, -1));
  for (const cell of now.at(-1)) assert.match(cell, /^\d+,\d{1,9}$/, 'a billionth of a degree');
  await page.press('n');
  await page.waitFor(async () => JSON.stringify(await table(page)) === JSON.stringify(shell), 'the outer line as it was');
  await page.press('Control+z');
  await page.waitFor(async () => JSON.stringify(await table(page)) === JSON.stringify(before), 'the hole as it was');
  assert.equal(await measures(page), area);
});

for (const words of [VI, EN]) {
  test(`moving_corners_in_${words.language}`, async (t) => {
    const page = await measured(t, words);
    const gallery = new Gallery(page, words.language);
    await beginMoving(page, words);
    await page.press('n', 'n', 'n', 'Up');
    await page.waitFor(async () => words.like('boundary.move.area').test(await told(page)), 'the area');
    await gallery.take('boundary-moving');
    await gallery.alike('boundary-moving');
    gallery.end();
  });
}
