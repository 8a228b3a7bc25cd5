import { View } from '@tarojs/components';
import { useState } from 'react';
import { Heading } from '../../components/heading';
import { Icon } from '../../components/icon';
import { Notice } from '../../components/notice';
import { Pressable } from '../../components/controls/pressable';
import type { MeView } from '../../contract/person';
import type { PersonView } from '../../contract/session';
import { call } from '../../platform/call';
import { isH5 } from '../../platform/environment';
import { keepSession } from '../../platform/session';
import { forgetPerson } from '../../platform/request/filing';
import styles from './index.module.scss';

interface PersonasProps {
  readonly personas: NonNullable<MeView['personas']>;
  readonly current: PersonView | null;
  readonly onChange: () => void;
}

/** Who one may be in the local demo; production has no such list. */
export function Personas({ personas, current, onChange }: PersonasProps) {
  const [failure, setFailure] = useState<string | null>(null);
  const become = async (persona: string) => {
    const result = await call('session.demo', { persona });
    setFailure(result.ok ? null : result.error.message);
    if (!result.ok) return;
    keepSession(result.data);
    // Another person's unfinished form is nobody's business.
    forgetPerson();
    onChange();
  };
  return (
    <>
      <Heading text='演示身份' />
      <View className={styles.explain}>只在演示环境里有，用来体验不同的人看到的内容。</View>
      {failure === null ? null : (
        <Notice tone='wrong' alert>
          {failure}
        </Notice>
      )}
      <View className={styles.personas} aria-label='演示身份' {...(isH5 ? { role: 'radiogroup' } : {})}>
        {personas.map(({ id, name, summary }) => {
          const on = current?.kind === 'demo' && current.label === name;
          return (
            <Pressable key={id} role='radio' checked={on} className={styles.persona} onPress={() => void become(id)}>
              <View className={styles.name}>
                <View>{name}</View>
                <View className={styles.summary}>{summary}</View>
              </View>
              {on ? (
                <View className={styles.on}>
                  <Icon name='check' />
                </View>
              ) : null}
            </Pressable>
          );
        })}
      </View>
    </>
  );
}
