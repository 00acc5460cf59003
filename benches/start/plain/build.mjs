// Builds the hand-written form: all questions are in the page as HTML, one shown at a time, with one style sheet and one script.
import { copyFileSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

import { NONE, STATES, UNKNOWN, questions } from '../questions.mjs';

const HERE = new URL('.', import.meta.url).pathname;
const ENTITIES = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };
const safe = (text) => text.replace(/[&<>"]/g, (letter) => ENTITIES[letter]);

const choice = (type, name, value, text) => `<label class="choice"><input type="${type}" name="${name}" value="${value}"><span>${safe(text)}</span></label>`;
const choices = (type, name, texts) => texts.map((text, index) => choice(type, name, index, text)).join('\n');

/** What can be said in place of an answer; in a group of radio buttons it is one of them. */
const otherwise = ({ id, notApplicable }, type, name = `${id}-other`) => [
  choice(type, name, 'unknown', UNKNOWN),
  notApplicable ? choice(type, name, 'not-applicable', notApplicable) : '',
].join('\n');

const field = ({ label, unit, min, max }, id, describedBy) => `<p class="figure">${label && `<label for="${id}">${safe(label)}</label>`}
<input id="${id}" name="${id}" type="number" inputmode="decimal" step="any" min="${min}" max="${max}"${label ? '' : ` aria-labelledby="${describedBy[0]}"`} aria-describedby="${describedBy[1]} ${id}-unit">
<span id="${id}-unit">${safe(unit)}</span></p>`;

const items = ({ id, items: names }) => names.map((name, index) => `<fieldset><legend>${safe(name)}</legend>
<div class="row">${choices('radio', `${id}-${index}`, STATES)}</div></fieldset>`).join('\n');

const ANSWERS = {
  level: (asked) => choices('radio', asked.id, asked.options) + otherwise(asked, 'radio', asked.id),
  choices: (asked) => choices('checkbox', asked.id, asked.options) + choice('checkbox', asked.id, 'none', NONE) + otherwise(asked, 'checkbox'),
  number: (asked) => field(asked.figures[0], asked.id, [`${asked.id}-title`, `${asked.id}-hint`]) + otherwise(asked, 'checkbox'),
  numbers: (asked) => asked.figures.map((one, index) => field(one, `${asked.id}-${index}`, ['', `${asked.id}-hint`])).join('\n')
    + otherwise(asked, 'checkbox'),
  checklist: (asked) => items(asked) + otherwise(asked, 'checkbox'),
};

const section = (asked, index, { length }) => `<section class="question" hidden>
<p class="progress">Câu ${index + 1} trên ${length}</p>
<fieldset aria-describedby="${asked.id}-hint">
<legend><h1 id="${asked.id}-title" tabindex="-1">${safe(asked.title)}</h1></legend>
<p class="hint" id="${asked.id}-hint">${safe(asked.hint)}</p>
${ANSWERS[asked.kind](asked)}
</fieldset>
<details><summary>Vì sao chúng tôi hỏi</summary><p>${safe(asked.why)}</p></details>
</section>`;

const page = (all) => `<!doctype html>
<html lang="vi">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>Bản đối chiếu viết tay</title>
<meta name="description" content="Cùng bộ câu hỏi về cụm công nghiệp, viết tay bằng HTML.">
<link rel="icon" href="data:,">
<link rel="stylesheet" href="plain.css">
<script type="module" src="plain.js"></script>
</head>
<body>
<main>
<section id="start">
<h1>Cụm công nghiệp của bạn đã sẵn sàng trở thành cụm thông minh chưa?</h1>
<p>${all.length} câu hỏi về quản lý, vị trí, ngành nghề, đường lối và công nghệ. Câu trả lời ở lại trên máy này.</p>
<button type="button" id="begin">Bắt đầu</button>
<noscript><p>Trang này cần JavaScript.</p></noscript>
</section>
<form id="form" novalidate hidden>
<p id="error" role="alert"></p>
${all.map(section).join('\n')}
<p class="actions"><button>Lưu, sang câu tiếp</button> <button type="button" id="back" class="quiet">Câu trước</button></p>
</form>
<section id="end" hidden>
<h1 tabindex="-1">Đã trả lời xong</h1>
<p id="count"></p>
<p><a id="file" download="tra-loi.json">Lưu câu trả lời thành tệp</a></p>
</section>
</main>
</body>
</html>
`;

/** Writes the form into a folder. */
export function build(folder) {
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, 'index.html'), page(questions()));
  for (const name of ['plain.css', 'plain.js']) copyFileSync(join(HERE, name), join(folder, name));
}
