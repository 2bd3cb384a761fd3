import type { CommandResult } from '../../calls/call-command.ts';

/** Ids remembered; a view repeats a command within seconds or never. */
const REMEMBERED = 500;

/**
 * Applies each command once. Two panels, a shortcut and a notification may all carry the same press: the id decides,
 * and a repeat gets the first one's result.
 */
export class CommandLog {
  readonly #results = new Map<string, Promise<CommandResult>>();

  runOnce(id: string, apply: () => Promise<CommandResult>): Promise<CommandResult> {
    const known = this.#results.get(id);
    if (known !== undefined) return known;
    const result = apply();
    this.#results.set(id, result);
    const oldest = this.#results.keys().next();
    if (this.#results.size > REMEMBERED && !oldest.done) this.#results.delete(oldest.value);
    return result;
  }
}
