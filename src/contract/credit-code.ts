import * as v from 'valibot';
import { checkCreditCode, normaliseCreditCode } from '../domain/credit-code';

const creditCodeMessages = {
  length: '统一社会信用代码应为 18 位，请对照营业执照核对。',
  characters: '统一社会信用代码由数字和大写字母组成，不含 I、O、S、V、Z，请对照营业执照核对。',
  division: '统一社会信用代码第 3 至 8 位应为数字，请对照营业执照核对。',
} as const;

/** Normalised; a malformed one is refused with what is wrong with it. */
export const creditCode = v.pipe(
  v.string('请填写统一社会信用代码。'),
  v.maxLength(60, creditCodeMessages.length),
  v.transform(normaliseCreditCode),
  v.rawCheck(({ dataset, addIssue }) => {
    if (!dataset.typed) return;
    const check = checkCreditCode(dataset.value);
    // A wrong check digit is not refused here: the person may confirm it, and the officer sees the mark.
    if (check.result === 'malformed') addIssue({ message: creditCodeMessages[check.reason] });
  }),
);
