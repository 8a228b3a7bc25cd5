import { Text, View } from '@tarojs/components';
import { compareTexts, type Change, type Piece } from './compare';
import styles from './compared.module.scss';

interface ComparedProps {
  readonly before: string;
  readonly after: string;
}

/** Paragraphs around a change that are shown as they are; longer stretches without one are left out. */
const AROUND = 1;

/** What became of a text. Marks are told by a sign and by words for a screen reader, never by colour alone. */
export function Compared({ before, after }: ComparedProps) {
  const changes = compareTexts(before, after);
  return (
    <View className={styles.changes}>
      {changes.map((change, index) => (isNear(changes, index) ? <ChangeView key={index} change={change} /> : isNear(changes, index - 1) ? <Gap key={index} changes={changes} at={index} /> : null))}
    </View>
  );
}

const isNear = (changes: readonly Change[], index: number): boolean =>
  index < 0 || changes.slice(Math.max(0, index - AROUND), index + AROUND + 1).some(({ kind }) => kind !== 'same');

function Gap({ changes, at }: { changes: readonly Change[]; at: number }) {
  const next = changes.findIndex((_, index) => index > at && isNear(changes, index));
  return <View className={styles.gap}>{`……${(next < 0 ? changes.length : next) - at} 段没有变化`}</View>;
}

const signs = { same: '', added: '增', removed: '删', changed: '改' } as const;

function ChangeView({ change: { kind, pieces } }: { change: Change }) {
  return (
    <View className={`${styles.change} ${styles[kind]}`}>
      <View className={styles.sign}>{signs[kind]}</View>
      <View className={styles.words}>
        {pieces.map((piece, index) => (
          <PieceView key={index} piece={piece} inside={kind === 'changed'} />
        ))}
      </View>
    </View>
  );
}

function PieceView({ piece: { kind, text }, inside }: { piece: Piece; inside: boolean }) {
  if (!inside || kind === 'same') return <Text>{text}</Text>;
  return <Text className={kind === 'added' ? styles.in : styles.out}>{text}</Text>;
}
