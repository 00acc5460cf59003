// The examples for portals, as far as they run without one: the WordPress block on stand-ins of the functions that it
// calls, its page in a browser; and, where PHP is installed, the syntax of all PHP files.
import assert from 'node:assert/strict';
import { execFileSync, spawnSync } from 'node:child_process';
import { readFileSync, readdirSync } from 'node:fs';
import { cp, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import test from 'node:test';
import vm from 'node:vm';

import { open } from './harness/index.mjs';
import { EMBED, EXAMPLES, webRoot } from './product/web_root.mjs';
import { EN } from './product/words.mjs';

const PLUGIN = join(EXAMPLES, 'wordpress/cluster-ready-block');
const BLOCK = JSON.parse(readFileSync(join(PLUGIN, 'block.json'), 'utf8'));
const NO_PHP = spawnSync('php', ['--version']).status !== 0 && 'PHP is not installed';

/** The block as the editor registers it; elements are `{ type, props, children }`. */
function registered() {
  let block;
  const components = { SelectControl: 'select', TextControl: 'text', PanelBody: 'panel', Placeholder: 'card' };
  const wp = {
    blocks: { registerBlockType: (name, settings) => { block = { name, ...settings }; } },
    blockEditor: { InspectorControls: 'inspector', useBlockProps: () => ({ className: 'wp-block' }) },
    components,
    element: { createElement: (type, props, ...children) => ({ type, props, children }) },
    i18n: { __: (text) => text },
  };
  vm.runInNewContext(readFileSync(join(PLUGIN, 'editor.js'), 'utf8'), { window: { wp } });
  return block;
}

const flat = (element) => [element, ...element.children.flatMap(flat)];

test('wordpress_block_sets_each_of_its_attributes_in_the_editor', () => {
  const block = registered();
  assert.equal(block.name, BLOCK.name);
  assert.equal(block.save(), null);
  const set = {};
  const attributes = Object.fromEntries(Object.entries(BLOCK.attributes).map(([name, one]) => [name, one.default]));
  const elements = flat(block.edit({ attributes, setAttributes: (one) => Object.assign(set, one) }));
  for (const { props } of elements.filter((one) => /^(select|text)$/.test(one.type))) props.onChange(props.options?.at(-1).value ?? 'Sở');
  assert.deepEqual(set, { lang: 'en', mode: 'quick', brandName: 'Sở' });
  assert.deepEqual(Object.keys(set), Object.keys(BLOCK.attributes));
  const offered = elements.filter((one) => one.type === 'select').map(({ props }) => Array.from(props.options, ({ value }) => value));
  assert.deepEqual(offered, [BLOCK.attributes.lang.enum, BLOCK.attributes.mode.enum]);
});

test('php_of_the_examples_is_well_formed', { skip: NO_PHP }, () => {
  const files = readdirSync(EXAMPLES, { recursive: true }).filter((path) => path.endsWith('.php'));
  assert.ok(files.length > 0);
  for (const path of files) execFileSync('php', ['-l', join(EXAMPLES, path)]);
});

/** Stand-ins that do what WordPress does of it, then a page with what the callback gives. */
const STAND_INS = (plugin, attributes) => `<?php
define('ABSPATH', '/');
$modules = []; $hooked = []; $blocks = [];
function add_action($hook, $act) { global $hooked; $hooked[$hook][] = $act; }
function register_block_type($folder, $more) { global $blocks; $blocks[json_decode(file_get_contents("$folder/block.json"))->name] = $more; }
function wp_enqueue_script_module($id, $src, $deps, $version) { global $modules; $modules[$id] = $version === null ? $src : "$src?ver=$version"; }
function plugins_url($path, $file) { return '/' . $path; }
function esc_attr($text) { return htmlspecialchars($text, ENT_QUOTES); }
function esc_html__($text, $domain) { return htmlspecialchars($text, ENT_QUOTES); }
function get_block_wrapper_attributes() { return 'class="wp-block-cluster-ready-assessment"'; }
require ${JSON.stringify(join(plugin, 'cluster-ready-block.php'))};
foreach ($hooked['init'] as $act) { $act(); }
$markup = $blocks[${JSON.stringify(BLOCK.name)}]['render_callback'](json_decode(${JSON.stringify(JSON.stringify(attributes)).replaceAll('$', '\\$')}, true));
echo '<!doctype html><html lang="vi"><meta charset="utf-8"><title>WordPress</title><link rel="icon" href="data:,"><main>', $markup, '</main>';
foreach ($modules as $id => $src) { echo '<script type="module" src="', $src, '" id="', $id, '"></script>'; }
`;

/** What WordPress would make of a page with one block. */
async function rendered(folder, attributes) {
  const script = join(folder, 'page.php');
  await writeFile(script, STAND_INS(PLUGIN, attributes));
  return execFileSync('php', [script], { encoding: 'utf8' });
}

test('wordpress_block_runs_on_its_page_with_its_settings', { skip: NO_PHP }, async (t) => {
  const folder = await webRoot(t);
  const body = await rendered(folder, { lang: 'en', mode: 'quick', brandName: 'Sở "Công Thương" <Hà Nội>' });
  const page = await open(t, { folder, answer: (path) => (path === '/' ? { body, headers: { 'Content-Type': 'text/html; charset=utf-8' } } : undefined) });
  await page.waitForHeading(EN.say('start.title'));
  await page.waitForText('Sở "Công Thương" <Hà Nội>');
  const names = await page.inside(`return document.querySelector('cluster-ready').getAttributeNames();`);
  assert.deepEqual(names, ['lang', 'mode', 'brand-name', 'style']);
});

test('wordpress_block_leaves_out_what_is_no_word_of_an_attribute', { skip: NO_PHP }, async (t) => {
  const markup = await rendered(await webRoot(t), { lang: 'xx" onload="alert(1)', mode: 'firm', brandName: '  ' });
  assert.match(markup, /<cluster-ready style=/);
  assert.doesNotMatch(markup, /alert|firm|brand-name/);
});

test('files_of_the_widget_go_where_plugin_and_module_look_for_them', async (t) => {
  const folder = await webRoot(t, join(EXAMPLES, 'drupal/cluster_ready'));
  await cp(PLUGIN, folder, { recursive: true });
  const library = readFileSync(join(folder, 'cluster_ready.libraries.yml'), 'utf8');
  const plugin = readFileSync(join(folder, 'cluster-ready-block.php'), 'utf8');
  const named = [/^ {4}(\S+\.js):$/m.exec(library)[1], /plugins_url\( '([^']+)'/.exec(plugin)[1]];
  for (const path of named) assert.deepEqual(readFileSync(join(folder, path)), readFileSync(join(EMBED, 'element.js')));
});
