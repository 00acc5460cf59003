// The questions in the words of survey-core: a page to begin, then one question to a page.
import { NONE, STATES, UNKNOWN, questions } from '../questions.mjs';

const numbered = (texts) => texts.map((text, value) => ({ value, text }));
const others = ({ notApplicable }) => [
  { value: 'unknown', text: UNKNOWN },
  ...(notApplicable ? [{ value: 'not-applicable', text: notApplicable }] : []),
];
const told = ({ id, title, hint }) => ({ name: id, title, description: hint });
const figure = ({ min, max }) => ({ inputType: 'number', min, max });

/** What stands below a question that is no list itself. */
const otherwise = (asked) => ({ type: 'checkbox', name: `${asked.id}-other`, titleLocation: 'hidden', choices: others(asked) });

const ELEMENTS = {
  level: (asked) => [{ ...told(asked), type: 'radiogroup', isRequired: true, choices: [...numbered(asked.options), ...others(asked)] }],
  choices: (asked) => [{ ...told(asked), type: 'checkbox', showNoneItem: true, noneText: NONE, choices: numbered(asked.options) }, otherwise(asked)],
  number: (asked) => [{ ...told(asked), type: 'text', ...figure(asked.figures[0]), placeholder: asked.figures[0].unit }, otherwise(asked)],
  numbers: (asked) => [
    {
      ...told(asked),
      type: 'multipletext',
      items: asked.figures.map((one, index) => ({ name: `${index}`, title: `${one.label} (${one.unit})`, ...figure(one) })),
    },
    otherwise(asked),
  ],
  checklist: (asked) => [{ ...told(asked), type: 'matrix', columns: numbered(STATES), rows: numbered(asked.items) }, otherwise(asked)],
};

const why = ({ id, why: text }) => ({
  type: 'panel', name: `${id}-why`, title: 'Vì sao chúng tôi hỏi', state: 'collapsed', elements: [{ type: 'html', name: `${id}-text`, html: text }],
});

export function definition() {
  const all = questions();
  return {
    title: 'Cụm công nghiệp của bạn đã sẵn sàng trở thành cụm thông minh chưa?',
    firstPageIsStartPage: true,
    startSurveyText: 'Bắt đầu',
    pageNextText: 'Lưu, sang câu tiếp',
    showQuestionNumbers: 'off',
    progressBarLocation: 'top',
    showProgressBar: true,
    pages: [
      { name: 'start', elements: [{ type: 'html', name: 'lead', html: `${all.length} câu hỏi về quản lý, vị trí, ngành nghề, đường lối và công nghệ.` }] },
      ...all.map((asked) => ({ name: `page-${asked.id}`, elements: [...ELEMENTS[asked.kind](asked), why(asked)] })),
    ],
  };
}
