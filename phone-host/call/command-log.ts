import { BoundedMap } from '../../calls/bounded-map.ts';
import type { CommandResult } from '../../calls/call-command.ts';

/** Number of ids remembered; a view repeats a command within seconds or never. */
const REMEMBERED = 500;

/** Applies each command once by its id, however often it arrives. A repeat gets the same result. */
export class CommandLog {
  readonly #results = new BoundedMap<string, Promise<CommandResult>>(REMEMBERED);

  runOnce(id: string, apply: () => Promise<CommandResult>): Promise<CommandResult> {
    const known = this.#results.get(id);
    if (known !== undefined) return known;
    const result = apply();
    this.#results.set(id, result);
    return result;
  }
}
