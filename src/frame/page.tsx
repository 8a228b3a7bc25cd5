import { View } from '@tarojs/components';
import type { PropsWithChildren, ReactNode } from 'react';
import { HeadingText } from '../components/heading';
import { Icon } from '../components/icon';
import { Pressable } from '../components/controls/pressable';
import { usePreference } from '../hooks/use-preference';
import { isH5 } from '../platform/environment';
import { back, type Tab } from '../platform/navigation';
import * as preferences from '../platform/preferences';
import { isSinglePage } from '../platform/single-page';
import { TabBar } from './tab-bar';
import styles from './page.module.scss';

interface PageProps {
  /** Which tab this page is; none for a page stacked on top. */
  readonly tab?: Tab;
  /** The page's name; home's hero speaks for itself. On WeChat the native bar shows it already. */
  readonly title?: string;
  /** Full-width part above the readable column. */
  readonly hero?: ReactNode;
  /** What to do on this page, in reach of a thumb. */
  readonly actions?: ReactNode;
  /** `wide`: the staff's workspace uses a desktop's width. */
  readonly width?: 'column' | 'wide';
}

/**
 * What surrounds every page: colours and sizes of the mode, the way back, the tabs, the switch to 关怀版. A page that stands
 * alone in Moments has neither tabs nor actions.
 */
export function Page({ tab, title, hero, actions: given, width = 'column', children }: PropsWithChildren<PageProps>) {
  const elder = usePreference(preferences.elder);
  const alone = isSinglePage();
  const actions = alone ? undefined : given;
  const wide = width === 'wide' ? styles.wide : '';
  return (
    <View className={`page ${elder ? 'elder' : ''} ${styles.page} ${tab && !alone ? styles.tabbed : ''} ${actions ? styles.acting : ''}`}>
      {isH5 && title !== undefined ? <Header title={title} withBack={tab === undefined} /> : null}
      <View {...(isH5 ? { role: 'main' } : {})}>
        {hero}
        <View className={`${styles.column} ${wide}`}>{children}</View>
      </View>
      <View className={styles.foot}>
        <Pressable
          className={styles.switch}
          onPress={() => {
            preferences.elder.set(!elder);
          }}
        >
          <Icon name='elder' small />
          {elder ? '切换到标准版' : '切换到关怀版'}
        </Pressable>
      </View>
      {actions === undefined ? null : (
        <View className={styles.actions}>
          <View className={`${styles.buttons} ${wide}`}>{actions}</View>
        </View>
      )}
      {tab === undefined || alone ? null : <TabBar current={tab} />}
    </View>
  );
}

function Header({ title, withBack }: { title: string; withBack: boolean }) {
  return (
    <View className={styles.header}>
      {withBack ? (
        <Pressable label='返回' className={styles.back} onPress={back}>
          <Icon name='back' />
        </Pressable>
      ) : null}
      <HeadingText level={1} className={styles.title}>
        {title}
      </HeadingText>
    </View>
  );
}
