import * as v from 'valibot';
import { phoneReportSchema } from '../../../calls/phone-reports/phone-report.ts';

/** For the agent whose phone reported: it is passed on, and kept nowhere. */
export const phoneEventSchema = v.strictObject({ type: v.literal('phone'), report: phoneReportSchema });

export type PhoneEvent = Readonly<v.InferOutput<typeof phoneEventSchema>>;
