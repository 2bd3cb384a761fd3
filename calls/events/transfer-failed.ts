import * as v from 'valibot';
import { callEvent, sipStatusSchema } from './event-kind.ts';

/** The transfer was refused or timed out; the call goes on. */
export const transferFailed = callEvent('transfer-failed', { sipStatus: v.nullable(sipStatusSchema) });
