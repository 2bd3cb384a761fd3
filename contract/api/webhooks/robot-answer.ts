import * as v from 'valibot';
import { wholeNumber } from '../../../calls/vocabulary/whole-number.ts';

const code = v.optional(wholeNumber(-999_999_999, 999_999_999));

/** What the robot of a chat group answers: WeCom and DingTalk `errcode`, Feishu one of the others. */
export const robotAnswerSchema = v.looseObject({ errcode: code, code, StatusCode: code });
