import { View } from '@tarojs/components';
import { useRef, useState } from 'react';
import { Button } from '../../../components/controls/button';
import { Buttons } from '../../../components/controls/buttons';
import { AttachmentsField } from '../../../components/form/attachments-field';
import { SelectField } from '../../../components/form/select-field';
import { TextField } from '../../../components/form/text-field';
import { Heading } from '../../../components/heading';
import { Notice } from '../../../components/notice';
import type { FieldErrors } from '../../../contract/errors';
import { contentLimits } from '../../../contract/newsroom/content';
import type { PictureView } from '../../../contract/newsroom/picture';
import { useAttachments } from '../../../hooks/use-attachments';
import { useChange } from '../../../hooks/use-change';
import styles from './picture.module.scss';

interface UploadFormProps {
  /** Where the caller may put pictures; at least one. */
  readonly offices: readonly { readonly id: string; readonly name: string }[];
  readonly onAdded: (picture: PictureView) => void;
  readonly onCancel: () => void;
}

/** Puts a picture into the library, with the words for whoever does not see it. */
export function UploadForm({ offices, onAdded, onCancel }: UploadFormProps) {
  const attaching = useAttachments({ initial: [], most: 1, onKeep: () => setMistakes({}) });
  const [officeId, setOfficeId] = useState(offices[0]?.id ?? '');
  const alt = useRef('');
  const [mistakes, setMistakes] = useState<FieldErrors>({});
  const { busy, error, send } = useChange('picture.add');
  const shown = { ...error?.fields, ...mistakes };

  const add = async () => {
    const [attachmentId] = attaching.ids;
    const found: FieldErrors = {
      ...(attachmentId === undefined ? { attachmentId: attaching.busy ? '图片还没有传完，请稍候。' : '请选择图片。' } : {}),
      ...(alt.current.trim() === '' ? { alt: '请填写文字说明。' } : {}),
    };
    setMistakes(found);
    if (attachmentId === undefined || Object.keys(found).length > 0) return;
    const result = await send({ attachmentId, officeId, alt: alt.current });
    if (result.ok) onAdded(result.data);
  };

  return (
    <View className={styles.form}>
      <Heading text='添加图片' />
      <AttachmentsField
        id='attachmentId'
        label='图片'
        help='JPG、PNG 或 WebP。会自动做成适合手机的几种大小，拍摄地点等信息会去掉。'
        error={shown.attachmentId}
        most={1}
        add='选择图片'
        files={attaching.files}
        problem={attaching.problem}
        onAdd={attaching.add}
        onRemove={attaching.remove}
        onRetry={attaching.retry}
        onOpen={attaching.open}
      />
      <TextField
        id='alt'
        label='文字说明'
        help='图片上有什么，给看不到图片的人听。'
        initial=''
        countTo={contentLimits.alt}
        error={shown.alt}
        onInput={(text) => {
          alt.current = text;
        }}
      />
      {offices.length > 1 ? <SelectField id='officeId' label='单位' choices={offices} chosen={officeId} error={shown.officeId} onChoose={setOfficeId} /> : null}
      {error === null || error.fields !== undefined ? null : (
        <Notice tone='wrong' alert>
          {error.message}
        </Notice>
      )}
      <Buttons>
        <Button text='放入图片库' busy={busy} onPress={() => void add()} />
        <Button look='plain' text='取消' onPress={onCancel} />
      </Buttons>
    </View>
  );
}
