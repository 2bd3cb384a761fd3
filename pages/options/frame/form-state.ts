/** The state of a form. */
export type FormState = 'untouched' | 'saving' | 'saved' | 'failed';
