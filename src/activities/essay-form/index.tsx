import { View } from '@tarojs/components';
import { Button } from '../../components/controls/button';
import { Failure, Skeleton } from '../../components/empty';
import { TextField } from '../../components/form/text-field';
import { Notice } from '../../components/notice';
import type { EssayCall, EssayView } from '../../contract/essay';
import { Page } from '../../frame/page';
import { useParameters } from '../../hooks/use-parameters';
import { useRead } from '../../hooks/use-read';
import type { EssayField } from '../../platform/essay/draft';
import { replace } from '../../platform/navigation';
import styles from './index.module.scss';
import { NotTaken } from './not-taken';
import { useEssayForm, type EssayForm } from './use-essay-form';

const TITLE = '投稿';

export default function EssayFormPage() {
  const { id } = useParameters();
  return id === undefined ? <NewEssay /> : <ReturnedEssay id={id} />;
}

function NewEssay() {
  const { state, reload } = useRead('essay.call', {});
  if (state.status === 'loading') return <Waiting />;
  if (state.status === 'error') return <Failed error={state.error} onRetry={() => void reload()} />;
  const { call, ownCount } = state.data;
  if (call === null || !call.open) return <Refused title='现在不接收新稿' text='可以先看看已经展示的作品。' />;
  if (ownCount >= call.mostPerPerson) return <Refused title={`您已经投了 ${ownCount} 篇`} text={`每人最多 ${call.mostPerPerson} 篇。想换一篇，可以先撤回已投的作品。`} />;
  return <Writing call={call} returned={null} />;
}

function ReturnedEssay({ id }: { id: string }) {
  const { state, reload } = useRead('essay.get', { id });
  if (state.status === 'loading') return <Waiting />;
  if (state.status === 'error') return <Failed error={state.error} onRetry={() => void reload()} />;
  const { call, moves } = state.data;
  if (call === null || !moves.includes('resubmit')) return <Refused id={id} title='这篇作品现在不能修改' text='它的情况可以在“我的投稿”里查看。' />;
  return <Writing call={call} returned={state.data} />;
}

const Waiting = () => (
  <Page title={TITLE}>
    <Skeleton />
  </Page>
);

const Failed = (props: Parameters<typeof Failure>[0]) => (
  <Page title={TITLE}>
    <Failure {...props} />
  </Page>
);

const Refused = (props: Parameters<typeof NotTaken>[0]) => (
  <Page title={TITLE}>
    <NotTaken {...props} />
  </Page>
);

function Writing({ call, returned }: { call: EssayCall; returned: EssayView | null }) {
  const form = useEssayForm(call, returned);
  const { busy, failure, kept, takeOlder, submit } = form;
  const send = async () => {
    const id = await submit();
    if (id !== null) replace('/activities/essay/index', { id });
  };
  return (
    <Page title={TITLE} actions={<Button text='提交评审' busy={busy} onPress={() => void send()} />}>
      {returned?.note === undefined || returned.note === null ? null : <Notice tone='info'>{`评审意见：${returned.note}`}</Notice>}
      {takeOlder === null ? null : (
        <>
          <Notice tone='info'>这台设备上还有一份较早的草稿，与退回的稿子不同。想用它，请在修改之前取用。</Notice>
          <View className={styles.older}>
            <Button look='plain' text='改用较早的草稿' onPress={takeOlder} />
          </View>
        </>
      )}
      <View className={styles.hint}>
        {kept ? `主题：${call.theme}。写下的内容随时保存在这台设备上，写好再提交。` : '这台设备不能保存草稿，离开前请先复制一份。'}
      </View>
      {/* Another beginning is another form. */}
      <Fields key={form.initial.key} form={form} call={call} />
      {failure === null ? null : (
        <Notice tone='wrong' alert>
          {failure.message}
        </Notice>
      )}
    </Page>
  );
}

// A long paste is told and not cut.
const BODY_MAX_LENGTH = 20_000;

function Fields({ form: { initial, length, mistakes, type }, call: { shortest, longest } }: { form: EssayForm; call: EssayCall }) {
  const field = (id: EssayField) => ({
    id,
    initial: initial[id],
    error: mistakes[id],
    onInput: (value: string) => {
      type(id, value);
    },
  });
  return (
    <>
      <TextField {...field('title')} label='标题' countTo={40} />
      <TextField {...field('body')} label='正文' help={`${shortest} 到 ${longest} 字，空格和换行不算；现在 ${length} 字。`} multiline maxLength={BODY_MAX_LENGTH} />
      <TextField {...field('authorName')} label='署名' help='可以用真名，也可以用笔名。' purpose='与作品一起展示' />
      <TextField {...field('firmName')} label='单位（可不填）' purpose='与作品一起展示' />
      <TextField {...field('phone')} label='联系电话' type='phone' purpose='评审需要时与您联系，不公开，作出评审结果 90 天后删除' />
    </>
  );
}
