import { View } from '@tarojs/components';
import { Button } from '../../../components/controls/button';
import { Buttons } from '../../../components/controls/buttons';
import { TextField } from '../../../components/form/text-field';
import { Heading } from '../../../components/heading';
import { Loaded } from '../../../frame/loaded';
import { useRead } from '../../../hooks/use-read';
import { notify } from '../../../platform/notify';
import { ComparedContents } from '../compare/compared-contents';
import type { Desk } from '../use-desk';
import styles from './flow.module.scss';
import { MoveFailure, Overtaken } from './move-failure';
import { useMove } from './use-move';

const MOST = 300;

/** What a second person decides, with what would change for the public. */
export function Review({ desk }: { desk: Desk }) {
  const move = useMove('manuscript.review', desk);
  const { may, publishedVersion } = desk.view;
  if (!may.includes('approve')) return <Overtaken move={move} />;
  const { note } = desk.entered;
  const decide = async (decision: 'approve' | 'return') => {
    if (!(await move.make({ decision, note }))) return;
    desk.enter({ note: '' });
    notify(decision === 'approve' ? '审核通过，可以发布了' : '已退回，编写的人能看到您的意见');
  };
  return (
    <View className={styles.move}>
      <Heading text='审核' />
      {publishedVersion === null ? <View className={styles.explain}>没有可以对照的版本，请通读全文。</View> : <Difference desk={desk} number={publishedVersion} />}
      <TextField
        id='note'
        label='审核意见'
        help='退回时请写明需要修改的地方，通过时可以不写。'
        multiline
        initial={note}
        countTo={MOST}
        error={move.error?.fields?.note}
        onInput={(text) => {
          desk.enter({ note: text });
        }}
      />
      <MoveFailure move={move} fields={['note']} />
      <Buttons>
        <Button text='审核通过' busy={move.busy} onPress={() => void decide('approve')} />
        <Button look='plain' text='退回修改' disabled={move.busy} onPress={() => void decide('return')} />
      </Buttons>
    </View>
  );
}

function Difference({ desk: { view, content }, number }: { desk: Desk; number: number }) {
  const read = useRead('manuscript.version', { id: view.id, number });
  return (
    <View className={styles.difference}>
      <Heading text={view.public === null ? '和撤下前公开的相比' : '和公众现在看到的相比'} />
      <Loaded read={read} rows={2}>
        {(published) => <ComparedContents before={published.content} after={content} choices={view.choices} />}
      </Loaded>
    </View>
  );
}
