import { View } from '@tarojs/components';
import { useEffect, useMemo } from 'react';
import { Button } from '../../components/controls/button';
import { Notice } from '../../components/notice';
import { contentLimits } from '../../contract/newsroom/content';
import type { FieldErrors } from '../../contract/errors';
import type { ManuscriptState } from '../../domain/manuscript/state';
import type { Point } from './check/points';
import { PicturePicker } from '../shared/picture/picture-picker';
import { usePicturePicker } from '../shared/picture/use-picture-picker';
import { CoverField } from './fields/cover-field';
import { HeadFields, PlaceFields } from './fields/fields';
import { goToField } from './fields/go-to-field';
import type { CoverUrl } from './fields/use-cover-url';
import styles from './index.module.scss';
import { MarkdownField } from './text/markdown-field';
import type { Desk } from './use-desk';

/** A point to go to; a new `turn` goes there again. */
export interface Going {
  readonly turn: number;
  readonly point: Point;
}

interface WritingProps {
  readonly desk: Desk;
  readonly cover: CoverUrl;
  readonly mistakes: FieldErrors;
  readonly going: Going | null;
}

/** Where a change would begin a new round, it is asked for first. */
const asksFirst: Readonly<Partial<Record<ManuscriptState, string>>> = {
  'in-review': '稿件正在审核。修改后回到草稿，需要重新提交。',
  approved: '稿件已经审核通过。修改后回到草稿，需要重新审核。',
  scheduled: '稿件已经设定发布时间。修改后取消定时，需要重新审核。',
  published: '修改不影响公众现在看到的内容，重新审核并发布后才替换。',
  withdrawn: '稿件已经撤下。修改后需要重新审核才能发布。',
};

/** What is asked before such a manuscript is changed; null where nothing is, or nothing can be. */
export const questionBefore = ({ may, state }: Desk['view']): string | null => (may.includes('save') ? (asksFirst[state] ?? null) : null);

/** In place of the text where it is not being written. */
export function Closed({ desk: { view }, onOpen }: { desk: Desk; onOpen: () => void }) {
  const question = questionBefore(view);
  if (question === null) return <Notice tone='info'>您可以查看这篇稿件，修改由它所属单位的编辑进行。</Notice>;
  return (
    <View className={styles.locked}>
      <Notice tone='info'>{question}</Notice>
      <Button look='plain' text='修改稿件' onPress={onOpen} />
    </View>
  );
}

/** The manuscript's text as it is written. */
export function Writing({ desk, cover, mistakes, going }: WritingProps) {
  const { content, change, view } = desk;
  const picker = usePicturePicker();
  const place = useMemo(() => (going?.point.field === 'markdown' ? { turn: going.turn, line: going.point.line, at: going.point.at, excerpt: going.point.excerpt } : null), [going]);
  useEffect(() => {
    if (going !== null && going.point.field !== 'markdown' && going.point.field !== '') goToField(going.point.field);
  }, [going]);
  const fields = { content, choices: view.choices, mistakes, onChange: change };
  return (
    <View>
      {picker.isOpen ? <PicturePicker offices={view.choices.offices.filter(({ mine }) => mine)} onEnd={picker.end} /> : null}
      <View className={picker.isOpen ? styles.hidden : ''}>
        <HeadFields {...fields} />
        <CoverField cover={content.cover} shown={cover} mistake={mistakes['cover.alt'] ?? mistakes.cover} pick={picker.pick} onChange={change} />
        <MarkdownField
          initial={content.markdown}
          most={contentLimits.markdown}
          error={mistakes.markdown}
          place={place}
          pickPicture={async () => {
            const picture = await picker.pick();
            return picture === null ? null : { alt: picture.alt, address: `picture:${picture.id}` };
          }}
          onInput={(markdown) => {
            change({ markdown });
          }}
          onLeave={() => void desk.flush()}
        />
        <PlaceFields {...fields} />
      </View>
    </View>
  );
}
