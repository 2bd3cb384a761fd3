/**
 * For every field whose text may be about a customer: browsers send it to a spelling service, an
 * autofill store or a translator otherwise, and keep it in clear for their session restore.
 */
export const CUSTOMER_TEXT = { spellcheck: false, autocomplete: 'off', translate: false } as const;
