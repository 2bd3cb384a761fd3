import { vi } from 'vitest';
import { writeFrame } from '../../contract/api/events/event-frames.ts';
import type { ServerEvent } from '../../contract/api/events/server-event.ts';
import type { Member } from '../../contract/api/members/member.ts';
import type { Refusal } from '../../contract/api/sync/refusal.ts';
import { EMPTY_FIELDS, type Note } from '../../contract/note/note.ts';
import type { SigningKey } from '../../contract/release/ed25519.ts';
import type { TeamTrust } from '../../contract/release/team-trust.ts';
import { TeamSession } from '../../pages/lead/frame/team-session.ts';
import type { Link } from '../../storage/sync/link-store.ts';

export interface FakeRequest {
  readonly method: string;
  readonly path: string;
  readonly query: URLSearchParams;
  readonly body: unknown;
}

export const TEAM = '00000000-0000-4000-8000-000000000001';

export const member = (number: string, name: string, role: Member['role'] = 'agent'): Member => ({
  id: `member-${number}`,
  team: TEAM,
  number,
  name,
  role,
  workOrderRole: 'agent',
  joinedAt: 1,
  leftAt: null,
});

export const LI = member('0283', '李明');
export const LEAD = member('0101', '陈静', 'lead');
const AT = new Date('2026-10-01T10:00').getTime();

/** A masked note of one morning, with a text that a spreadsheet would run. */
export const NOTE: Note = {
  id: 'note-1',
  createdAt: AT,
  contact: {
    kind: 'call',
    call: 'call-1',
    direction: 'inbound',
    number: '139****1234',
    displayName: null,
    startedAt: AT,
  },
  ...EMPTY_FIELDS,
  text: '=跨区延保',
  revision: 1,
  updatedAt: AT,
  facts: null,
};

export const LINK: Link = {
  server: 'https://team.example.com',
  token: 'token',
  cursor: '',
  pulledBy: 1,
  me: {
    organisation: { id: 'organisation', name: '三声' },
    team: { id: TEAM, name: '一组', retentionDays: 365 },
    member: LEAD,
    device: 'device',
  },
};

/** Answers `fetch` for page models. Paths are given below `/v1/`, `~` for the team. */
export class FakeTeamServer {
  readonly requests: FakeRequest[] = [];
  /** The keys that this browser trusts, and its own signing key. */
  trust: TeamTrust | null = null;
  key: SigningKey | null = null;
  readonly packs = {
    trustOf: async () => this.trust,
    believe: async (trust: TeamTrust) => {
      this.trust = trust;
    },
  };
  readonly signers = {
    read: async () =>
      this.key === null ? ({ state: 'none' } as const) : ({ state: 'ready', key: this.key } as const),
    save: async (key: SigningKey) => {
      this.key = key;
    },
  };
  readonly #answers = new Map<string, unknown>();
  readonly #held = new Map<string, Promise<void>>();
  #stream: ReadableStreamDefaultController<Uint8Array> | null = null;

  constructor() {
    vi.stubGlobal('addEventListener', () => {});
    vi.stubGlobal('fetch', (url: URL, init: RequestInit) => this.#fetch(url, init));
    this.answers('GET me', LINK.me);
    this.answers('GET ~/members', { members: [LEAD] });
  }

  session(): TeamSession {
    const vault = { state: { state: 'unlocked', agent: LEAD.number, label: '' } } as const;
    const links = { read: async () => ({ state: 'linked', link: LINK }) as const };
    return new TeamSession({ vault, links, packs: this.packs, signers: this.signers });
  }

  answers(request: string, value: unknown): void {
    this.#answers.set(request, Response.json(value));
  }

  /** One answer after the other; the last one stays. */
  answersInTurn(request: string, ...values: readonly unknown[]): void {
    this.#answers.set(
      request,
      values.map((value) => Response.json(value)),
    );
  }

  answersBytes(request: string, bytes: Uint8Array<ArrayBuffer>): void {
    this.#answers.set(request, new Response(bytes));
  }

  refuses(request: string, reason: Refusal['reason'], status = 409): void {
    this.#answers.set(request, Response.json({ reason, detail: null }, { status }));
  }

  /** Answers this request only after the returned function is called. */
  holds(request: string): () => void {
    let release = () => {};
    this.#held.set(request, new Promise((done) => (release = done)));
    return () => release();
  }

  /** The bodies sent to one endpoint. */
  sent(request: string): readonly unknown[] {
    return this.requests.filter((one) => `${one.method} ${one.path}` === request).map(({ body }) => body);
  }

  #follow(stream: ReadableStreamDefaultController<Uint8Array>): void {
    this.#stream = stream;
  }

  emit(event: ServerEvent): void {
    this.#stream?.enqueue(new TextEncoder().encode(writeFrame(null, event)));
  }

  async #fetch({ pathname, searchParams }: URL, { method = 'GET', body }: RequestInit): Promise<Response> {
    if (pathname === '/v1/events') {
      return new Response(new ReadableStream<Uint8Array>({ start: (stream) => this.#follow(stream) }));
    }
    const path = pathname.replace(`/v1/teams/${TEAM}`, '~').replace('/v1/', '');
    const sent: unknown = typeof body === 'string' ? JSON.parse(body) : null;
    this.requests.push({ method, path, query: searchParams, body: sent });
    const known = this.#answers.get(`${method} ${path}`);
    const answer = Array.isArray(known) && known.length > 1 ? known.shift() : [known].flat()[0];
    await this.#held.get(`${method} ${path}`);
    if (answer instanceof Response) return answer.clone();
    return Response.json({ reason: 'not-found', detail: null }, { status: 404 });
  }
}
