// The way from the empty page to the first answer, as selectors: the one place to change when the view changes.

/** Clicked one after the other, each as soon as it is there. */
export const WIDGET = {
  // The quick way: begin, leave the profile empty for now, and the first question is there.
  clicks: ['.way--first button', '.form .actions .button'],
  question: '.question input[type=radio]',
  accepted: '.question input[type=radio]:checked',
};

/** A hand-written page with the same first question, for comparison on the same terms. */
export const PLAIN = {
  clicks: ['#begin'],
  question: 'fieldset input[type=radio]',
  accepted: 'fieldset input[type=radio]:checked',
};
