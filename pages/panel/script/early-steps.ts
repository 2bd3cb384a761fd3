import type { CallId } from '../../../calls/call-event.ts';
import type { StepAction } from '../../../contract/pack/step.ts';
import type { RunView } from '../../../rules/call/rules-view.ts';

interface EarlyStepsParts {
  /** The call of the open contact. */
  readonly call: () => CallId | undefined;
  readonly run: (call: CallId) => RunView | null;
  readonly next: () => unknown;
}

/** What the agent did before the script of the call asked for it: its step passes by itself. */
export class EarlySteps {
  readonly #parts: EarlyStepsParts;
  #call: CallId | null = null;
  readonly #done = new Set<StepAction>();

  constructor(parts: EarlyStepsParts) {
    this.#parts = parts;
  }

  async did(action: StepAction): Promise<void> {
    const call = this.#parts.call();
    if (call === undefined) return;
    if (call !== this.#call) this.#done.clear();
    this.#call = call;
    this.#done.add(action);
    await this.pass();
  }

  /** Goes on where the step on screen was done; after every entry of the journal. */
  async pass(): Promise<void> {
    const call = this.#parts.call();
    if (call === undefined || call !== this.#call || this.#done.size === 0) return;
    const step = this.#parts.run(call)?.step;
    // Each act passes one step.
    if (step?.kind === 'do' && this.#done.delete(step.action)) await this.#parts.next();
  }
}
