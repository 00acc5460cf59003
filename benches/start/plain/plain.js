// Shows one question at a time, keeps the answers on the device, and gives them as a file.
const KEY = 'plain-answers';
const $ = (id) => document.getElementById(id);
const form = $('form');
const pages = [...form.querySelectorAll('.question')];
let shown = 0;

const answers = () => {
  const all = {};
  for (const [name, value] of new FormData(form)) if (value !== '') (all[name] ??= []).push(value);
  return all;
};

function keep() {
  try {
    localStorage.setItem(KEY, JSON.stringify(answers()));
  } catch {
    // A browser that keeps nothing still asks the questions.
  }
}

function restore() {
  let kept = {};
  try {
    kept = JSON.parse(localStorage.getItem(KEY)) ?? {};
  } catch {
    return;
  }
  for (const control of form.elements) {
    const values = kept[control.name];
    if (!values) continue;
    if (control.type === 'number') control.value = values[0];
    else control.checked = values.includes(control.value);
  }
}

function show(index) {
  pages[shown].hidden = true;
  shown = index;
  pages[shown].hidden = false;
  $('back').hidden = shown === 0;
  $('error').textContent = '';
  pages[shown].querySelector('h1').focus();
  scrollTo(0, 0);
}

function problem() {
  const controls = [...pages[shown].querySelectorAll('input')];
  if (controls.some((control) => !control.validity.valid)) return 'Nhập một số trong khoảng cho phép.';
  const said = controls.some((control) => (control.type === 'number' ? control.value !== '' : control.checked));
  return said ? '' : 'Chọn một câu trả lời, hoặc chọn “Chúng tôi chưa biết”.';
}

function end() {
  form.hidden = true;
  $('end').hidden = false;
  const all = answers();
  $('count').textContent = `Đã lưu ${Object.keys(all).length} câu trả lời.`;
  $('file').href = URL.createObjectURL(new Blob([JSON.stringify(all, null, 1)], { type: 'application/json' }));
  $('end').querySelector('h1').focus();
}

$('begin').onclick = () => {
  $('start').hidden = true;
  form.hidden = false;
  show(0);
};
$('back').onclick = () => show(shown - 1);
form.onchange = keep;
form.onsubmit = (event) => {
  event.preventDefault();
  const wrong = problem();
  if (wrong) $('error').textContent = wrong;
  else if (shown + 1 < pages.length) show(shown + 1);
  else end();
};
restore();
