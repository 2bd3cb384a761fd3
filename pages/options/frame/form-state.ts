/** A form's last word: nothing yet, on its way, kept, or not. */
export type FormState = 'untouched' | 'saving' | 'saved' | 'failed';
