import { View } from '@tarojs/components';
import { Pressable } from '../../components/controls/pressable';
import type { DirectoryPage } from '../../contract/activity/directory';
import { isH5 } from '../../platform/environment';
import styles from './district-map.module.scss';

type Area = NonNullable<DirectoryPage['directory']>['areas'][number];

interface DistrictMapProps {
  readonly areas: readonly Area[];
  readonly totalCount: number;
  /** Undefined for all. */
  readonly chosen: string | undefined;
  readonly onChoose: (areaId: string | undefined) => void;
}

/** The districts as tiles, roughly where they lie, each with how much it has; pressing one shows it alone. */
export function DistrictMap({ areas, totalCount, chosen, onChoose }: DistrictMapProps) {
  return (
    <View aria-label='区域' {...(isH5 ? { role: 'radiogroup' } : {})}>
      <View className={styles.map}>
        <Pressable role='radio' checked={chosen === undefined} className={`${styles.tile} ${styles.all} ${chosen === undefined ? styles.chosen : ''}`} onPress={() => onChoose(undefined)}>
          {`全部 ${totalCount}`}
        </Pressable>
        {[...areas].sort(inReadingOrder).map((area) => (
          <District key={area.id} area={area} chosen={area.id === chosen} onChoose={onChoose} />
        ))}
      </View>
    </View>
  );
}

/** From north to south and west to east, as a screen reader goes through them; those without a place last. */
function inReadingOrder({ tile: a }: Area, { tile: b }: Area): number {
  if (a === null || b === null) return Number(a === null) - Number(b === null);
  return a.row - b.row || a.column - b.column;
}

interface DistrictProps {
  readonly area: Area;
  readonly chosen: boolean;
  readonly onChoose: (areaId: string) => void;
}

function District({ area: { id, name, tile, count }, chosen, onChoose }: DistrictProps) {
  return (
    <Pressable
      role='radio'
      checked={chosen}
      label={count === 0 ? `${name}，还没有` : `${name}，${count} 项`}
      className={`${styles.tile} ${count === 0 ? styles.none : styles.some} ${chosen ? styles.chosen : ''}`}
      {...(tile === null ? {} : { style: { gridColumn: String(tile.column), gridRow: String(tile.row) } })}
      onPress={() => onChoose(id)}
    >
      <View>{tile?.name ?? name}</View>
      {count === 0 ? null : <View className={styles.count}>{count}</View>}
    </Pressable>
  );
}
