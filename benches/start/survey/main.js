// The questions in SurveyJS, as its own introduction for plain JavaScript puts it together.
import { Model } from 'survey-core';
import 'survey-core/i18n/vietnamese';
import 'survey-core/survey-core.fontless.min.css';
import 'survey-js-ui';
import definition from 'virtual:definition';

const KEY = 'survey-answers';
const survey = new Model(definition);
survey.locale = 'vi';
try {
  survey.data = JSON.parse(localStorage.getItem(KEY)) ?? {};
} catch {
  // A browser that keeps nothing still asks the questions.
}
survey.onValueChanged.add(({ data }) => localStorage.setItem(KEY, JSON.stringify(data)));
survey.render(document.getElementById('survey'));
