import type { CreateCallSource } from '../call-source.ts';
import { JssipSource } from './jssip/jssip-source.ts';

/** Longest wait for a better ICE candidate: an answer must not wait for a silent STUN server. */
const ICE_BUDGET_MS = 60;

/** The phone system that the extension uses: a SIP account over WebSocket. */
export const createCallSource: CreateCallSource = (account, access) =>
  new JssipSource({ ...account, ...access, iceBudgetMs: ICE_BUDGET_MS });
