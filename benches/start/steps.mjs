// The way from the empty page to the first answer and on, as selectors: the one place to change when a page changes.
//
// Every page: begin, the first question with radio buttons, an answer. The product has a page for facts about the cluster in
// between, which is left empty.

const FACTS = '.form .actions .button';

/**
 * `host`: the element in whose shadow root the page is. `clicks`: one after the other, each as soon as it is there; one that the
 * page misses because its script is not there yet is repeated. `ready`: what shows that a press of
 * real hands is not cut in two by the program taking over; elsewhere the load event does. `answer`: the buttons of the first
 * question; `control`: what a question asks for; `next`: what goes on from one, where the page has more than one.
 */
export const STEPS = {
  product: {
    host: 'cluster-ready',
    clicks: ['.way--first .button', FACTS],
    ready: '.root:not(.early) > .app',
    answer: '.question input[type=radio]',
    control: '.form input:not([type=hidden])',
    next: FACTS,
  },
  plain: { clicks: ['#begin'], answer: '.question input[type=radio]', control: '.question input', next: '.actions button:not(.quiet)' },
  survey: {
    clicks: ['.sd-navigation__start-btn'],
    answer: '.sd-question input[type=radio]',
    control: '.sd-question input',
    next: '.sd-navigation__next-btn',
  },
  leptos: { clicks: ['#begin'], answer: 'fieldset input[type=radio]', control: 'fieldset input' },
};
