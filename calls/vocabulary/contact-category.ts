import * as v from 'valibot';

/** The three categories of contacts: 查询, 业务, 投诉 (handbook §4). */
export const contactCategorySchema = v.picklist(['query', 'business', 'complaint']);

export type ContactCategory = v.InferOutput<typeof contactCategorySchema>;
