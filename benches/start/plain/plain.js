// The same first question written by hand: what the least possible page costs.
const QUESTION = 'Bộ máy quản lý cụm công nghiệp hiện ở mức nào?';
const OPTIONS = [
  'Chưa có đơn vị nào được giao quản lý cụm.',
  'Có đơn vị được giao nhưng kiêm nhiệm, chưa có quy chế.',
  'Có chủ đầu tư hạ tầng hoặc ban quản lý chuyên trách, quy chế đã ban hành.',
  'Có bộ máy chuyên trách, dùng dữ liệu số và báo cáo định kỳ.',
  'Có bộ máy chuyên trách điều hành bằng dữ liệu, phối hợp thường xuyên với viện, trường và doanh nghiệp.',
  'Chúng tôi chưa biết',
];
const main = document.querySelector('main');

function element(name, text, properties = {}) {
  const made = Object.assign(document.createElement(name), properties);
  if (text) made.textContent = text;
  return made;
}

function question() {
  const fieldset = element('fieldset');
  const legend = element('legend');
  legend.append(element('h1', QUESTION));
  fieldset.append(legend);
  OPTIONS.forEach((text, value) => {
    const label = element('label');
    label.append(element('input', '', { type: 'radio', name: 'answer', value }), element('span', text));
    fieldset.append(label);
  });
  fieldset.addEventListener('change', (event) => localStorage.setItem('answer', event.target.value));
  main.replaceChildren(fieldset);
}

main.replaceChildren(
  element('h1', 'Cụm công nghiệp của bạn sẵn sàng đến đâu?'),
  element('button', 'Bắt đầu', { id: 'begin', type: 'button', onclick: question }),
);
