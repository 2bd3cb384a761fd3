import * as v from 'valibot';
import { contactCategorySchema } from '../vocabulary/contact-category.ts';
import { callEvent } from './event-kind.ts';

/** The agent chose the category of the contact; null clears the choice. */
export const categoryChosen = callEvent('category-chosen', { category: v.nullable(contactCategorySchema) });
