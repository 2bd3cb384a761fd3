import * as v from 'valibot';
import { wholeNumber } from '../../../calls/vocabulary/whole-number.ts';

const code = v.optional(wholeNumber(-999_999_999, 999_999_999));

/** What a chat group's robot answers: WeCom and DingTalk `errcode`, Feishu another. */
export const robotAnswerSchema = v.looseObject({ errcode: code, code, StatusCode: code });
