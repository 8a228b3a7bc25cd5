import { View } from '@tarojs/components';
import { useState } from 'react';
import type { Cell } from '../../contract/article';
import { isH5 } from '../../platform/environment';
import { Pressable } from '../controls/pressable';
import styles from './body.module.scss';
import { Spans } from './spans';

interface BodyTableProps {
  readonly header: readonly Cell[];
  readonly rows: readonly (readonly Cell[])[];
  readonly onOpen: (link: string) => void;
}

/** Each cell is two nodes to WeChat: of a long table the rest comes when it is wanted. */
const ROWS_AT_FIRST = 20;

const role = (name: string) => (isH5 ? { role: name } : {});

/** A table in a box of its own, which moves sideways where the screen is too narrow; the keyboard reaches the box too. */
export function BodyTable({ header, rows, onOpen }: BodyTableProps) {
  const [whole, setWhole] = useState(rows.length <= ROWS_AT_FIRST);
  const box = isH5 ? { role: 'region', tabIndex: 0, 'aria-label': '表格，可左右移动' } : {};
  return (
    <View className={styles.table}>
      <View className={styles.box} {...box}>
        <View className={styles.grid} {...role('table')}>
          <View className={styles.row} {...role('row')}>
            {header.map((cell, index) => (
              <View key={index} className={`${styles.cell} ${styles.head}`} {...role('columnheader')}>
                <Spans spans={cell} onOpen={onOpen} />
              </View>
            ))}
          </View>
          {(whole ? rows : rows.slice(0, ROWS_AT_FIRST)).map((row, index) => (
            <View key={index} className={styles.row} {...role('row')}>
              {row.map((cell, column) => (
                <View key={column} className={styles.cell} {...role('cell')}>
                  <Spans spans={cell} onOpen={onOpen} />
                </View>
              ))}
            </View>
          ))}
        </View>
      </View>
      {whole ? null : (
        <Pressable
          className={styles.more}
          onPress={() => {
            setWhole(true);
          }}
        >
          {`显示全部 ${rows.length} 行`}
        </Pressable>
      )}
    </View>
  );
}
