import { View } from '@tarojs/components';
import { Icon, type IconName } from '../components/icon';
import { Pressable } from '../components/controls/pressable';
import { isH5 } from '../platform/environment';
import { open, tabs, type Tab } from '../platform/navigation';
import styles from './tab-bar.module.scss';

const faces = {
  '/pages/home/index': { icon: 'home', text: '首页' },
  '/pages/news/index': { icon: 'news', text: '资讯' },
  '/pages/contest/index': { icon: 'contest', text: '竞赛' },
  '/pages/service/index': { icon: 'service', text: '服务' },
  '/pages/me/index': { icon: 'me', text: '我的' },
} as const satisfies Record<Tab, { icon: IconName; text: string }>;

/** Drawn by us on both platforms: the native bar can neither grow with 关怀版 nor be reached by keyboard on H5. */
export function TabBar({ current }: { current: Tab }) {
  return (
    <View className={styles.bar} {...(isH5 ? { role: 'navigation', 'aria-label': '主要栏目' } : {})}>
      <View className={styles.inner}>
        {tabs.map((tab) => (
          <Pressable
            key={tab}
            role='link'
            current={tab === current}
            className={`${styles.tab} ${tab === current ? styles.on : ''}`}
            onPress={() => {
              open(tab);
            }}
          >
            <Icon name={faces[tab].icon} />
            {faces[tab].text}
          </Pressable>
        ))}
      </View>
    </View>
  );
}
