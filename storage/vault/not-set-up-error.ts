/** Thrown when a record is encrypted before an agent is set up: callers check the state first. */
export class NotSetUpError extends Error {
  override readonly name = 'NotSetUpError';

  constructor() {
    super('no agent is set up');
  }
}
