import { receivesText } from '../editors/receivedText.ts'

/** Inputs that hold no text: keys mean to them what they mean to a button. */
const withoutText = new Set(['checkbox', 'radio', 'range', 'button', 'submit'])

/** Whether what is typed and pasted there is the field’s own. */
export const isTextField = (target: EventTarget | null): boolean =>
  (target instanceof HTMLInputElement && !withoutText.has(target.type)) ||
  target instanceof HTMLTextAreaElement ||
  (target instanceof HTMLElement && target.isContentEditable && !receivesText(target))
