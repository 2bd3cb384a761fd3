import { teamEventKind } from '../envelope.ts';
import { complaintRecordSchema } from '../work-order-parts.ts';

/** The record of the complaint was written. */
export const workOrderRecorded = teamEventKind('work-order-recorded', { record: complaintRecordSchema });
