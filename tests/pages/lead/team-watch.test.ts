import { signal } from '@preact/signals';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { TeamDraft } from '../../../pages/lead/draft/team-draft.ts';
import { TeamWatch } from '../../../pages/lead/frame/team-watch.ts';
import type { TeamCopy } from '../../../pages/lead/scripts/scripts-view.ts';
import { loadPack } from '../../../tools/compile-pack.ts';
import { memoryDraftStore } from '../../helpers/memory-draft-store.ts';

const base = loadPack();

describe('a draft that was written offline', () => {
  const page = new EventTarget();
  const document = Object.assign(new EventTarget(), { hidden: false });
  let attempts: number;
  beforeEach(() => {
    vi.useFakeTimers();
    vi.stubGlobal('addEventListener', page.addEventListener.bind(page));
    vi.stubGlobal('document', document);
    attempts = 0;
    document.hidden = false;
  });
  afterEach(() => {
    vi.useRealTimers();
    vi.unstubAllGlobals();
  });

  /** Offline until `isBack`: attempts fail, and the waits between them grow. */
  async function offlineForLong() {
    const line = { isBack: false };
    const copy = signal<TeamCopy>({ copy: 'here', why: 'loading' });
    const team = {
      copy,
      sync: async () => {
        attempts += 1;
        copy.value = line.isBack ? { copy: 'team' } : { copy: 'here', why: 'offline' };
      },
    };
    const session = {
      gap: signal(null),
      names: signal(new Map<string, string>()),
      isStreamOpen: true,
      listen: () => {},
      loadPeople: async () => {},
      server: async () => null,
      trust: async () => ({ ok: false, reason: 'offline', retryAfterMs: null }) as const,
    };
    new TeamWatch(session, { team, base: signal(base), rebase: () => {} }).begin();
    await vi.advanceTimersByTimeAsync(300_000);
    return { line, copy };
  }

  it('is sent soon after the network says it is back, though it says so too early', async () => {
    const { line, copy } = await offlineForLong();
    const before = attempts;
    page.dispatchEvent(new Event('online'));
    expect(attempts).toBe(before + 1);
    line.isBack = true;
    await vi.advanceTimersByTimeAsync(600);
    expect(copy.value).toEqual({ copy: 'team' });
  });

  it('is sent then from a page in the background too', async () => {
    const { line, copy } = await offlineForLong();
    document.hidden = true;
    line.isBack = true;
    page.dispatchEvent(new Event('online'));
    await vi.advanceTimersByTimeAsync(0);
    expect(copy.value).toEqual({ copy: 'team' });
  });
});

it.each([0, 1, 2, 3, 4, 5, 6])(
  'a change at the very end of a round against the server starts another round (%i turns later)',
  async (turns) => {
    let asked = 0;
    const session = {
      gap: signal(null),
      server: async () => {
        asked += 1;
        return null;
      },
    };
    const draft = new TeamDraft({ store: memoryDraftStore(), session, base: () => base });
    const changes: Promise<void>[] = [];
    const change = async () => {
      for (let turn = 0; turn < turns; turn += 1) await null;
      await draft.sync();
    };
    draft.copy.subscribe(() => {
      if (asked === 1) changes.push(change());
    });
    await draft.sync();
    await Promise.all(changes);
    expect(asked).toBe(2);
  },
);
