import { findAll, findingAt, type Judgement, type Passage } from './passage';

// In the form `![words](address)`, whose address words have no business with.
const PICTURE = /!\[(?<words>[^[\]\n]{1,300})\]/g;

/** What says nothing to whoever does not see the picture. */
const EMPTY_WORDS = /^(?:图片?|照片|配图|封面图?|插图|image|img|photo|picture|pic|cover)?\s?\d{0,4}$|\.(?:jpe?g|png|webp|gif)$|^(?:IMG|DSC|微信图片)[\w-]*\d/i;

const emptyWords: Judgement = { rule: 'alternative-text', severity: 'should', message: '这样的文字说明等于没有。请写图片上有什么、在做什么。', suggestion: null };

function judge(words: string): Judgement | null {
  const said = words.trim();
  return said !== '' && EMPTY_WORDS.test(said) ? emptyWords : null;
}

/** Pictures whose words say nothing, in the body and on the cover. */
export const pictureFindings = (passages: readonly Passage[]) =>
  passages.flatMap((passage) => {
    if (passage.field === 'body') return findAll(passage, PICTURE, ({ groups }) => judge(groups?.words ?? ''));
    const judgement = passage.field === 'cover' ? judge(passage.text) : null;
    return judgement === null ? [] : [findingAt(passage, 0, passage.text.length, judgement)];
  });
