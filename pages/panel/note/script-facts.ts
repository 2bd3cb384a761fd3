import type { AgentEvent } from '../../../calls/agent-event.ts';
import type { NoteFields } from '../../../contract/note/note.ts';
import type { OnCall } from '../script/script-handlers.ts';

/** What the scripts must know of a note; never its text. */
export function scriptFacts({
  surname,
  title,
  category,
}: Partial<NoteFields>): readonly OnCall<AgentEvent>[] {
  return [
    ...(surname === undefined || title === undefined
      ? []
      : [{ type: 'caller-named', surname, title } as const]),
    ...(category === undefined ? [] : [{ type: 'category-chosen', category } as const]),
  ];
}
