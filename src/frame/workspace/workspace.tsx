import { View } from '@tarojs/components';
import type { PropsWithChildren, ReactNode } from 'react';
import { Pressable } from '../../components/controls/pressable';
import type { Role } from '../../domain/role';
import { Page } from '../page';
import { useWide } from '../../hooks/use-wide';
import { replace } from '../../platform/navigation';
import { useRoles } from '../../hooks/use-roles';
import styles from './workspace.module.scss';

interface Place {
  readonly route: string;
  readonly text: string;
  readonly isFor: readonly Role[];
  readonly go: () => void;
}

/** Where one works, in the order it is shown. */
const places = [
  { route: '/officer/inbox/index', text: '待办申请', isFor: ['officer', 'dispatcher'], go: () => replace('/officer/inbox/index', {}) },
  { route: '/officer/dashboard/index', text: '数据看板', isFor: ['officer', 'dispatcher'], go: () => replace('/officer/dashboard/index') },
  { route: '/officer/visits/index', text: '我的上门', isFor: ['expert'], go: () => replace('/officer/visits/index') },
  { route: '/officer/experts/index', text: '专家', isFor: ['dispatcher'], go: () => replace('/officer/experts/index') },
  { route: '/officer/plan/index', text: '上门计划', isFor: ['dispatcher'], go: () => replace('/officer/plan/index') },
  { route: '/newsroom/manuscripts/index', text: '稿件', isFor: ['editor'], go: () => replace('/newsroom/manuscripts/index') },
  { route: '/newsroom/pictures/index', text: '图片', isFor: ['editor'], go: () => replace('/newsroom/pictures/index') },
  { route: '/newsroom/events/index', text: '场次', isFor: ['officer', 'editor'], go: () => replace('/newsroom/events/index') },
  { route: '/newsroom/essays/index', text: '作品评审', isFor: ['editor'], go: () => replace('/newsroom/essays/index') },
  { route: '/officer/roles/index', text: '角色与邀请', isFor: ['administrator'], go: () => replace('/officer/roles/index') },
  { route: '/officer/audit/index', text: '操作记录', isFor: ['administrator'], go: () => replace('/officer/audit/index') },
] as const satisfies readonly Place[];

export type WorkPlace = (typeof places)[number]['route'];

interface WorkspaceProps {
  readonly title: string;
  /** Which of the places this page is; none for a page stacked on one. */
  readonly current?: WorkPlace;
  readonly actions?: ReactNode;
}

/** A page of the staff's workspace: on a desktop with the ways to the others above it. */
export function Workspace({ title, current, actions, children }: PropsWithChildren<WorkspaceProps>) {
  const wide = useWide();
  return (
    <Page title={title} width='wide' actions={actions}>
      {wide ? <Navigation current={current} /> : null}
      {children}
    </Page>
  );
}

function Navigation({ current }: { current: WorkPlace | undefined }) {
  const roles = useRoles();
  const mine = places.filter(({ isFor }) => isFor.some((role) => roles.includes(role)));
  return (
    <View className={styles.places} role='navigation' aria-label='工作台'>
      {mine.map(({ route, text, go }) => (
        <Pressable key={route} role='link' current={route === current} className={`${styles.place} ${route === current ? styles.on : ''}`} onPress={go}>
          {text}
        </Pressable>
      ))}
    </View>
  );
}
