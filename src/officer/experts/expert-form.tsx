import { View } from '@tarojs/components';
import { useState } from 'react';
import * as v from 'valibot';
import { Button } from '../../components/controls/button';
import { Buttons } from '../../components/controls/buttons';
import { CheckBox } from '../../components/controls/check-box';
import { SelectField } from '../../components/form/select-field';
import { TextField } from '../../components/form/text-field';
import { Heading } from '../../components/heading';
import { Notice } from '../../components/notice';
import type { Input } from '../../contract/actions';
import type { FieldErrors } from '../../contract/errors';
import { expertActions, type ExpertChoices, type ExpertView } from '../../contract/visit/expert';
import { useChange } from '../../hooks/use-change';
import { ChipsField } from './chips-field';
import styles from './index.module.scss';

interface ExpertFormProps {
  /** The profile to change; null for a new one. */
  readonly expert: ExpertView | null;
  readonly choices: ExpertChoices;
  readonly onSaved: () => void;
  readonly onLeave: () => void;
}

type Profile = Input<'expert.add'>;

const USUAL_LIMIT = 4;
const idOf = ({ id }: { readonly id: string }): string => id;

const profileOf = (expert: ExpertView | null): Profile =>
  expert === null
    ? { name: '', officeId: '', subjectIds: [], areaIds: [], weeklyLimit: USUAL_LIMIT, active: true }
    : {
        name: expert.name,
        officeId: expert.officeId,
        subjectIds: expert.subjects.map(idOf),
        areaIds: expert.areas.map(idOf),
        weeklyLimit: expert.weeklyLimit,
        active: expert.active,
      };

export function ExpertForm({ expert, choices, onSaved, onLeave }: ExpertFormProps) {
  const [profile, setProfile] = useState(() => profileOf(expert));
  const [mistakes, setMistakes] = useState<FieldErrors>({});
  const adding = useChange('expert.add');
  const changing = useChange('expert.change');
  const { busy, error } = expert === null ? adding : changing;
  const set = (change: Partial<Profile>) => {
    setProfile((before) => ({ ...before, ...change }));
  };

  const save = async () => {
    const { issues = [] } = v.safeParse(expertActions['expert.add'].input, profile);
    setMistakes(Object.fromEntries(issues.map((issue) => [v.getDotPath(issue) ?? '', issue.message] as const).reverse()));
    if (issues.length > 0) return;
    const result = expert === null ? await adding.send(profile) : await changing.send({ ...profile, id: expert.id, version: expert.version });
    if (result.ok) onSaved();
    else setMistakes(result.error.fields ?? {});
  };

  return (
    <View className={styles.form}>
      <Heading text={expert === null ? '添加专家' : `修改${expert.name}的档案`} />
      <TextField id='name' label='姓名' initial={profile.name} error={mistakes.name} onInput={(name) => set({ name })} />
      <SelectField id='officeId' label='单位' choices={choices.offices} chosen={profile.officeId} error={mistakes.officeId} onChoose={(officeId) => set({ officeId })} />
      <ChipsField id='subjectIds' label='擅长的方面' choices={choices.subjects} chosen={profile.subjectIds} error={mistakes.subjectIds} onChange={(subjectIds) => set({ subjectIds })} />
      <ChipsField id='areaIds' label='能去的区域' help='不选表示各个区域都能去。' choices={choices.areas} chosen={profile.areaIds} error={mistakes.areaIds} onChange={(areaIds) => set({ areaIds })} />
      <TextField
        id='weeklyLimit'
        label='每周上限'
        help='一周最多安排几个半天上门，1 到 10。'
        type='digits'
        initial={String(profile.weeklyLimit)}
        error={mistakes.weeklyLimit}
        onInput={(text) => set({ weeklyLimit: Number(text.trim()) })}
      />
      <CheckBox checked={profile.active} onChange={(active) => set({ active })}>
        参加上门安排
      </CheckBox>
      {error === null || error.fields !== undefined ? null : (
        <Notice tone='wrong' alert>
          {error.message}
        </Notice>
      )}
      <Buttons>
        <Button text='保存' busy={busy} onPress={() => void save()} />
        <Button look='quiet' text='取消' disabled={busy} onPress={onLeave} />
      </Buttons>
    </View>
  );
}
