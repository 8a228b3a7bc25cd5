import { View } from '@tarojs/components';
import { useEffect, useState, type ReactNode } from 'react';
import { holdsFocus, screenOnTop, watchNear } from '../platform/near';
import styles from './far-box.module.scss';

// In pixels beyond the screen. Blocks are there before they are seen, groups before their blocks are near.
export const FAR_BLOCK = 500;
export const FAR_GROUP = 1500;

interface FarBoxProps {
  readonly id: string;
  readonly margin: number;
  /** How tall each box was when it was last left, by id; kept outside of the boxes, which go with their group. */
  readonly heights: Map<string, number>;
  readonly children: ReactNode;
}

/** A box that is empty, and as tall as it was, while it is far from the screen; not while the keyboard is inside. */
export function FarBox({ id, margin, heights, children }: FarBoxProps) {
  const [screen] = useState(screenOnTop);
  const [height, setHeight] = useState(() => heights.get(id) ?? null);
  useEffect(
    () =>
      watchNear(screen, id, margin, (near, tall) => {
        if (near) setHeight(null);
        else if (!holdsFocus(id)) {
          heights.set(id, tall);
          setHeight(tall);
        }
      }),
    [screen, id, margin, heights],
  );
  return (
    <View id={id} className={styles.box} {...(height === null ? {} : { style: { height: `${height}px` } })}>
      {height === null ? children : null}
    </View>
  );
}
