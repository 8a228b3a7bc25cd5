import { Button } from '../../../components/controls/button';
import { Buttons } from '../../../components/controls/buttons';
import { Field } from '../../../components/form/field';
import { TextField } from '../../../components/form/text-field';
import { Picture } from '../../../components/picture';
import { contentLimits, type Cover, type ManuscriptContent } from '../../../contract/newsroom/content';
import { reachable } from '../../../platform/environment';
import type { PicturePick } from '../../shared/picture/use-picture-picker';
import styles from './fields.module.scss';
import type { CoverUrl } from './use-cover-url';

interface CoverFieldProps {
  readonly cover: Cover | null;
  readonly shown: CoverUrl;
  readonly mistake: string | undefined;
  readonly pick: PicturePick;
  readonly onChange: (part: Pick<ManuscriptContent, 'cover'>) => void;
}

/** The picture above the article, and what it shows in words. */
export function CoverField({ cover, shown, mistake, pick, onChange }: CoverFieldProps) {
  const choose = async () => {
    const picture = await pick();
    if (picture === null) return;
    shown.note(picture.id, picture.url);
    onChange({ cover: { pictureId: picture.id, alt: picture.alt } });
  };
  return (
    <>
      <Field id='cover' label='封面' help='没有封面时，显示类别颜色的题头。'>
        {cover !== null && shown.url !== null ? <Picture className={styles.cover} src={reachable(shown.url)} mode='aspectFill' alt={cover.alt} /> : null}
        <Buttons>
          <Button look='plain' text={cover === null ? '从图片库选择' : '换一张'} onPress={() => void choose()} />
          {cover === null ? null : (
            <Button
              look='plain'
              text='不用封面'
              onPress={() => {
                onChange({ cover: null });
              }}
            />
          )}
        </Buttons>
      </Field>
      {cover === null ? null : (
        <TextField
          // Another picture brings words of its own.
          key={'pictureId' in cover ? cover.pictureId : cover.file}
          id='cover-alt'
          label='封面的文字说明'
          help='图片上有什么，给看不到图片的人听。'
          initial={cover.alt}
          countTo={contentLimits.alt}
          error={mistake}
          onInput={(alt) => {
            onChange({ cover: { ...cover, alt: alt.trim() } });
          }}
        />
      )}
    </>
  );
}
