import { View } from '@tarojs/components';
import { Heading } from '../../components/heading';
import { Icon } from '../../components/icon';
import { Pressable } from '../../components/controls/pressable';
import type { RequestView } from '../../contract/request/request';
import { isH5 } from '../../platform/environment';
import type { Moves } from './use-moves';
import styles from './panel.module.scss';

interface TransferPanelProps {
  readonly moves: Moves;
  readonly offices: RequestView['transferTo'];
}

/** Which office the request goes to. */
export function TransferPanel({ moves: { officeId, chooseOffice }, offices }: TransferPanelProps) {
  return (
    <View className={styles.panel}>
      <Heading text='转给哪个单位' />
      <View className={styles.offices} aria-label='单位' {...(isH5 ? { role: 'radiogroup' } : {})}>
        {offices.map(({ id, name }) => (
          <Pressable
            key={id}
            role='radio'
            checked={id === officeId}
            className={`${styles.office} ${id === officeId ? styles.chosen : ''}`}
            onPress={() => {
              chooseOffice(id);
            }}
          >
            <View className={styles.name}>{name}</View>
            {id === officeId ? <Icon name='check' small /> : null}
          </Pressable>
        ))}
      </View>
    </View>
  );
}
