import type { PageConfig } from './client.ts';

/** Settings of a phone that registers by password, without STUN. */
export function plainPhone(server: string, domain: string, password: string): PageConfig {
  return {
    server,
    domain,
    user: 'agent',
    credentials: { kind: 'password', password },
    displayName: null,
    iceServers: [],
    iceBudgetMs: 100,
    dtmf: 'rfc4733',
    autoAnswer: false,
    trustCallerIdentity: true,
    answerOnRequest: false,
    queueTimeHeader: 'X-Queue-Time',
  };
}
