import * as v from 'valibot';

/** How a call harassed the agent (handbook §3.4). */
export const harassmentKindSchema = v.picklist(['indecent', 'abusive', 'silent', 'prank', 'threat', 'other']);

export type HarassmentKind = v.InferOutput<typeof harassmentKindSchema>;
