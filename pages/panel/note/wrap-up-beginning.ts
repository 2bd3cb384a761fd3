import type { CallId } from '../../../calls/call-event.ts';
import type { PhoneCommands } from '../call/phone-commands.ts';
import type { OpenContact } from './open-contact.ts';

interface BeginningParts {
  readonly contact: Pick<OpenContact, 'untouched'>;
  readonly commands: Pick<PhoneCommands, 'recordOf'>;
}

/**
 * Journals, once for each call, that the agent writes in the wrap-up on screen: a panel that was
 * reloaded, or opened after midnight, brings it back too.
 */
export function wrapUpBeginning({ contact, commands }: BeginningParts): () => void {
  let begun: CallId | null = null;
  return () => {
    const { untouched } = contact;
    if (untouched === null || untouched.id === begun) return;
    begun = untouched.id;
    void commands.recordOf(untouched.id, { type: 'wrap-up-begun' });
  };
}
