import type { SessionSecrets } from '../../storage/vault/session-secrets.ts';

/** One string in memory, lost with the browser. */
export function memorySecrets(): SessionSecrets {
  let kept: string | null = null;
  return {
    get: async () => kept,
    set: async (value) => {
      kept = value;
    },
    clear: async () => {
      kept = null;
    },
  };
}
