interface Dialog {
  readonly attributes?: string;
  readonly state: string;
  readonly remote?: string;
  readonly more?: string;
}

/** A document as RFC 4235 §4 has it. */
export function dialogInfo(
  version: number,
  state: 'full' | 'partial',
  dialogs: readonly Dialog[] = [],
): string {
  const written = dialogs.map(
    ({ attributes = '', state, remote = '', more = '' }) => `
      <dialog id="d1" ${attributes}>
        ${state.startsWith('<') ? state : `<state>${state}</state>`}${more}
        ${remote === '' ? '' : `<remote><identity>${remote}</identity></remote>`}
      </dialog>`,
  );
  return `<?xml version="1.0"?>
    <dialog-info xmlns="urn:ietf:params:xml:ns:dialog-info" version="${version}" state="${state}"
      entity="sip:8001@example.com">${written.join('')}</dialog-info>`;
}
