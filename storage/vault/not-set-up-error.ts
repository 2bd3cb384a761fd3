/** Thrown when a record is to be encrypted before any agent was set up: callers look at the state first. */
export class NotSetUpError extends Error {
  override readonly name = 'NotSetUpError';

  constructor() {
    super('no agent is set up');
  }
}
